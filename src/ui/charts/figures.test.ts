import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { areaMap, type Shape } from "./area-map.ts";
import { dotChart } from "./dot-chart.ts";
import { heatTable } from "./heat-table.ts";
import { smallMultiples } from "./small-multiples.ts";
import { inTwoWidths, SHADES, shadeOf } from "./svg.ts";

const text = { id: "c", title: "It <is> so", description: "What it shows" };
const figure = (value: number) => value.toFixed(1);
const square = (area: string, x: number): Shape => ({
  area,
  type: "Polygon",
  coordinates: [
    [
      [x, 35],
      [x + 1, 35],
      [x + 1, 36],
      [x, 36],
      [x, 35],
    ],
  ],
});
const AREAS = [
  { id: "02", label: "西", level: 1, text: "2-①" },
  { id: "01", label: "東", level: 0, text: "1-①" },
  { id: "03", label: "南", level: null, text: "登録なし" },
];

const dots = {
  ...text,
  figure,
  unit: "%",
  rows: [
    { label: "浜田圏域", main: true, value: 24.5, lower: 20, upper: 29 },
    { label: "全国", main: false, value: 20.1, lower: 19.9, upper: 20.3 },
    { label: "島根県", main: false, value: null, nothing: "秘匿" },
  ],
};
const panels = {
  ...text,
  figure,
  unit: "%",
  tick: String,
  panels: [
    { label: "東", points: [2020, 2021, 2022].map((x, i) => ({ x, y: i === 1 ? null : 10 + i })) },
    { label: "西", points: [{ x: 2020, y: null }], nothing: "データなし" },
  ],
};
const heat = {
  ...text,
  levels: 3,
  columns: ["計画", "実施"],
  rows: [
    {
      label: "東",
      cells: [
        { level: 2, text: "3" },
        { level: null, text: "聞いていない" },
      ],
    },
  ],
};

const drawn: [string, string][] = [
  ["dots", dotChart(dots)],
  ["small multiples", smallMultiples(panels)],
  ["heat table", heatTable(heat)],
  ["squares", areaMap({ ...text, areas: AREAS, levels: 2 })],
  [
    "shapes",
    areaMap({
      ...text,
      areas: AREAS,
      levels: 2,
      shapes: ["01", "02", "03"].map((id, i) => square(id, 132 + i)),
    }),
  ],
];

const words = (svg: string) =>
  [...parseHTML(`<body>${svg}</body>`).document.querySelectorAll("text")]
    .map((one) => one.textContent)
    .join(" ");

describe("every chart", () => {
  it.each(drawn)(
    "%s has a name and a description, and nothing that the content policy refuses",
    (_name, svg) => {
      const { document } = parseHTML(`<body>${svg}</body>`);
      const root = document.querySelector("svg")!;
      expect(root.getAttribute("role")).toBe("img");
      expect(document.getElementById(root.getAttribute("aria-labelledby")!)!.textContent).toBe("It <is> so");
      expect(document.getElementById(root.getAttribute("aria-describedby")!)!.textContent).toBe(
        "What it shows",
      );
      expect(svg).not.toMatch(/<style|<script|href=|url\(|NaN|undefined/);
    },
  );

  it("is drawn for both widths with ids of its own", () => {
    const { wide, narrow } = inTwoWidths(dotChart, dots);
    expect([wide, narrow].map((svg) => /width="(\d+)"/.exec(svg)![1])).toEqual(["720", "358"]);
    expect(wide).toContain('id="c-w-title"');
    expect(narrow).toContain('id="c-n-title"');
  });
});

describe("dotChart", () => {
  it("writes each figure or why there is none, and tells the main row by more than colour", () => {
    const svg = dotChart(dots);
    expect(words(svg)).toMatch(/24\.5.*20\.1.*秘匿/);
    expect(svg).toContain('stroke-width="4"');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });
  it("stands without any figure", () => {
    expect(dotChart({ ...dots, rows: [{ label: "東", main: true, value: null }] })).toContain("―");
  });
});

describe("smallMultiples", () => {
  it("labels each panel, writes its last figure, and says where there is none", () => {
    const said = words(smallMultiples(panels));
    for (const word of ["東", "西", "12.0", "データなし", "2020", "2022"]) expect(said).toContain(word);
  });
});

describe("heatTable", () => {
  it("writes on every cell, and frames what has no figure by a broken line", () => {
    const svg = heatTable(heat);
    for (const word of ["計画", "実施", "東", "3", "聞いていない"]) expect(words(svg)).toContain(word);
    expect(svg).toContain('stroke-dasharray="3 3"');
  });
});

describe("areaMap", () => {
  it("puts squares in the order of codes, each with its name and its class in words", () => {
    const svg = areaMap({ ...text, areas: AREAS, levels: 2 });
    expect(svg.match(/<rect/g)).toHaveLength(3);
    expect(words(svg)).toMatch(/東.*西.*南.*1-①.*2-①.*登録なし/);
  });
  it("draws shapes where every area has one, and squares where one is missing", () => {
    const shapes = [square("01", 132), square("02", 133), square("99", 140)];
    expect(areaMap({ ...text, areas: AREAS, levels: 2, shapes })).toContain("<rect");
    const svg = areaMap({ ...text, areas: AREAS, levels: 2, shapes: [...shapes, square("03", 134)] });
    expect(svg).not.toContain("<rect");
    expect(words(svg)).toContain("2-①");
  });
  it("draws a shape of its own size, not the rest of the globe, whichever way its ring turns", () => {
    const turned = {
      ...square("01", 132),
      coordinates: [(square("01", 132).coordinates[0] as unknown[]).toReversed()],
    };
    const paths = (shape: Shape) =>
      areaMap({ ...text, areas: [AREAS[1]!], levels: 2, shapes: [shape] }).match(/<path[^>]* d="[^"]*"/g)!;
    expect(paths(turned).join().match(/M/g)).toHaveLength(1);
    expect(paths(square("01", 132)).join().match(/M/g)).toHaveLength(1);
  });
});

describe("shades", () => {
  it("grow darker from class to class, so that a print in grey tells them apart", () => {
    const grey = (fill: string) =>
      [1, 3, 5].reduce(
        (sum, i) => sum + Number.parseInt(fill.slice(i, i + 2), 16) * [0, 0.3, 0, 0.59, 0, 0.11][i]!,
        0,
      );
    const greys = SHADES.map(({ fill }) => grey(fill));
    for (let i = 1; i < greys.length; i++) expect(greys[i - 1]! - greys[i]!).toBeGreaterThan(25);
    expect([0, 1, 2].map((at) => shadeOf(at, 3))).toEqual([SHADES[0], SHADES[2], SHADES[4]]);
  });
});
