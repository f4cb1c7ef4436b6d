import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { type LineChart, lineChart, startsAtZero, yDomain } from "./line-chart.ts";
import { spread, wrapLabel } from "./svg.ts";

const chart = (change: Partial<LineChart> = {}): LineChart => ({
  id: "c",
  title: "It rose <by> 9",
  description: 'From 42 to 51 & "more"',
  unit: "%",
  tick: (x) => `${x}\nH${x - 1988}`,
  figure: (y) => `${y.toFixed(2)}%`,
  lines: [
    { label: "Nation", main: false, points: [1, 2, 3].map((i) => ({ x: 2000 + i, y: 42 + i })) },
    { label: "Here", main: true, points: [1, 2, 3].map((i) => ({ x: 2000 + i, y: 42 + 1.5 * i })) },
  ],
  ...change,
});

describe("lineChart", () => {
  const svg = lineChart(chart());
  const { document } = parseHTML(`<body>${svg}</body>`);

  it("names and describes itself to who does not see it", () => {
    const root = document.querySelector("svg")!;
    expect(root.getAttribute("role")).toBe("img");
    expect(document.getElementById(root.getAttribute("aria-labelledby")!)!.textContent).toBe(
      "It rose <by> 9",
    );
    expect(document.getElementById(root.getAttribute("aria-describedby")!)!.textContent).toContain(
      '& "more"',
    );
  });

  it("holds no style element and no script, which the content policy refuses", () => {
    expect(svg).not.toMatch(/<style|<script|href=|url\(/);
  });

  it("labels each line at its end and shows both years of a tick", () => {
    const texts = [...document.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.join(" ")).toMatch(/Nation.*45\.00%/s);
    expect(texts.join(" ")).toMatch(/Here.*46\.50%/s);
    expect(texts.join(" ")).toContain("H15");
  });

  it("leaves out a tick whose label would run into the next, never the last", () => {
    const at = [2025.0, 2025.99, 2026.0].map((x) => ({ x, y: x }));
    const days = lineChart(
      chart({ lines: [{ label: "Here", main: true, points: at }], tick: (x) => `${x.toFixed(2)}年` }),
    );
    expect(days).toContain(">2025.00年<");
    expect(days).toContain(">2026.00年<");
    expect(days).not.toContain(">2025.99年<");
  });

  it("tells the lines apart by thickness and dash, not by colour alone", () => {
    expect(svg).toContain('stroke-width="3.5"');
    expect(svg).toContain('stroke-dasharray="7 4"');
  });

  it("draws a band where every point of the main line has limits, else none", () => {
    const points = [1, 2, 3].map((i) => ({ x: 2000 + i, y: 42, lower: 41, upper: 43 }));
    expect(lineChart(chart({ lines: [{ label: "Here", main: true, points }] }))).toContain(
      'fill-opacity="0.12"',
    );
    expect(svg).not.toContain('fill-opacity="0.12"');
  });

  it("can be drawn of one point and of none", () => {
    expect(
      lineChart(chart({ lines: [{ label: "Here", main: true, points: [{ x: 2000, y: 5 }] }] })),
    ).toContain("<svg");
    expect(lineChart(chart({ lines: [] }))).toContain("<svg");
  });
});

describe("yDomain", () => {
  const line = (...ys: number[]) => [{ label: "", main: true, points: ys.map((y, x) => ({ x, y })) }];
  it("goes down to zero where zero is near, and says so", () => {
    expect(startsAtZero(line(1, 10))).toBe(true);
    expect(startsAtZero(line(42, 51))).toBe(false);
  });
  it.each([[[5, 5]], [[0, 0]], [[-3, 4]], [[]]])("holds %j with room", (ys) => {
    const [low, high] = yDomain(line(...ys));
    expect(low).toBeLessThan(high);
    for (const y of ys) expect(y >= low && y <= high).toBe(true);
  });
});

describe("spread", () => {
  it.each([[[50, 50, 50]], [[0, 5, 90]], [[100, 100]]])("moves %j apart within the height", (wishes) => {
    const places = spread(
      wishes.map((at) => ({ at, height: 20 })),
      0,
      100,
    ).toSorted((a, b) => a - b);
    for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(20);
    expect(places[0]).toBeGreaterThanOrEqual(10);
    expect(places.at(-1)).toBeLessThanOrEqual(90);
  });
});

describe("wrapLabel", () => {
  it.each([
    ["神奈川県", 7, ["神奈川県"]],
    ["相模原労働基準監督署管内", 7, ["相模原労働基準", "監督署管内"]],
    ["健診機関の区分（13年）", 11, ["健診機関の区分（13年）"]],
    ["", 7, []],
  ])("%s", (label, longest, lines) => {
    expect(wrapLabel(label, longest)).toEqual(lines);
  });
});
