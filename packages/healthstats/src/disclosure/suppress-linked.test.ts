import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { type LinkedAxis, type LinkedEdition, type LinkedTable, linkedPlaces } from "./linked-tables.ts";
import { loadSolver } from "./solver.ts";
import { linkedPublication, suppressLinked } from "./suppress-linked.ts";

const solver = await loadSolver();
const END: LinkedAxis = { name: "end", categories: ["met", "full", "far"] };
const MET: LinkedAxis = {
  name: "met",
  categories: ["yes", "no"],
  groups: { of: "end", categories: { yes: ["met"], no: ["full", "far"] } },
};
const SIZE: LinkedAxis = { name: "size", categories: ["s", "m", "l"] };
const TOPIC: LinkedAxis = { name: "topic", categories: ["heat", "teeth"], overlapping: true, total: false };

type Request = Readonly<{ end: number; size: number; heat: boolean; teeth: boolean }>;

/** Three tables of the same requests: by size, by end, and by topics, of which a request may have several. */
function tablesOf(requests: readonly Request[]): LinkedTable[] {
  const count = (fits: (one: Request) => boolean) => requests.filter(fits).length;
  const topics = [(one: Request) => one.heat, (one: Request) => one.teeth, () => true];
  return [
    { of: "requests", axes: [SIZE], counts: [0, 1, 2].map((k) => count((one) => one.size === k)) },
    { of: "requests", axes: [END], counts: [0, 1, 2].map((k) => count((one) => one.end === k)) },
    {
      of: "requests",
      axes: [TOPIC, { ...MET, unpublished: ["yes"] }],
      counts: topics.flatMap((of) =>
        [true, false].map((met) => count((one) => of(one) && (one.end === 0) === met)),
      ),
    },
  ];
}

const publish = (tables: LinkedTable[], earlier: LinkedEdition[], hidesZero = false): LinkedEdition => {
  const out = suppressLinked(tables, earlier, solver, { hidesZero });
  expect(out.unprotected).toBe(0);
  return { tables: tables.map((table, t) => ({ ...table, cells: out.tables[t]! })) };
};

/** No small count is told to be small, and none that is hidden is given back. */
function expectNothingGivenBack(editions: LinkedEdition[], hidesZero = false, open = false): void {
  const { publication, values } = linkedPublication(editions, { hidesZero });
  for (const { cell, low, high } of attack(publication, solver)) {
    expect(high).toBeGreaterThan(low);
    if (values[cell]! < 10) expect(high).toBeGreaterThanOrEqual(10);
    // Where a blank is known, somebody is.
    if (values[cell]! < 10 && hidesZero && !open) expect(low).toBeLessThanOrEqual(0);
  }
}

const request = fc.record({
  end: fc.constantFrom(0, 0, 0, 1, 2),
  size: fc.constantFrom(0, 0, 1, 2),
  heat: fc.boolean(),
  teeth: fc.constantFrom(false, false, false, true),
});
const requests = fc.array(request, { maxLength: 90, size: "max" });

describe("suppressLinked", () => {
  const some = (size: number, end: number, times: number): Request[] =>
    new Array(times).fill({ size, end, heat: true, teeth: false });

  it("hides the total that another table needs hidden, in both", () => {
    const [bySize, byEnd] = tablesOf([...some(0, 0, 30), ...some(1, 1, 4)]);
    const { tables } = publish([bySize!, byEnd!], []);
    const [size, end] = tables.map(({ cells }) =>
      cells.map((one) => (one?.state === "shown" ? one.value : "s")),
    );
    expect(size!.at(-1)).toBe(end!.at(-1));
    expect(end!.slice(1, 2)).toEqual(["s"]);
    expectNothingGivenBack([{ tables }]);
  });

  it("shows everything where nothing is small", () => {
    const { tables } = publish(
      tablesOf([...some(0, 0, 30), ...some(1, 1, 40), ...some(2, 2, 30)]).slice(0, 2),
      [],
    );
    expect(tables.flatMap(({ cells }) => cells).every((cell) => cell?.state === "shown")).toBe(true);
  });

  it("publishes no place that the table keeps to itself", () => {
    const table = tablesOf(some(0, 0, 60))[2]!;
    const { tables } = publish([table], []);
    const shown = linkedPlaces(table.axes).filter((_, i) => tables[0]!.cells[i] !== null);
    expect(shown.map(({ at }) => at.join("/"))).toEqual(["heat/no", "heat/", "teeth/no", "teeth/"]);
  });

  it("withstands the attack on all tables together, and on those of a later edition", () => {
    fc.assert(
      fc.property(requests, fc.array(request, { maxLength: 6 }), fc.boolean(), (first, more, hidesZero) => {
        const one = publish(tablesOf(first), [], hidesZero);
        const two = publish(tablesOf([...first.slice(1), ...more]), [one], hidesZero);
        expectNothingGivenBack([two, one], hidesZero);
      }),
      { seed: 11, numRuns: 40 },
    );
  }, 60_000);

  it("hides 0 like 1 to 9 where the table says so", () => {
    const { tables } = publish(tablesOf(some(0, 0, 40)).slice(0, 1), [], true);
    expect(tables[0]!.cells.slice(0, 3).some((cell) => cell?.state === "shown" && cell.value === 0)).toBe(
      false,
    );
  });

  it.each([
    ["tables[0].axes", [{ of: "r", axes: [], counts: [] }]],
    ["tables[0].counts", [{ of: "r", axes: [SIZE], counts: [1] }]],
    [
      "tables[1].counts",
      [
        { of: "r", axes: [SIZE], counts: [1, 2, 3] },
        { of: "r", axes: [END], counts: [1, 2, 4] },
      ],
    ],
    [
      "tables",
      [
        { of: "r", axes: [END], counts: [1, 2, 3] },
        { of: "r", axes: [MET], counts: [2, 4] },
      ],
    ],
    [
      "tables[0].axes",
      [{ of: "r", axes: [TOPIC, { ...TOPIC, name: "other" }], counts: new Array(9).fill(1) }],
    ],
  ])("refuses wrong %s", (argument, tables) => {
    expect(() => suppressLinked(tables, [], solver)).toThrow(expect.objectContaining({ argument }));
  });
});

describe("categories that are no secret", () => {
  const BLANK = { open: ["blank"] };
  const ANSWER: LinkedAxis = { name: "answer", categories: ["yes", "no", "blank"], ...BLANK };

  it("hides nothing for the sake of three who left a question blank", () => {
    const [cells] = publish([{ of: "p", axes: [ANSWER], counts: [122, 451, 3] }], [], true).tables;
    expect(cells!.cells.map((cell) => cell?.state)).toEqual(["shown", "shown", "shown", "shown"]);
  });

  it("hides those few who answered otherwise than all others who answered, however many left it blank", () => {
    const several: LinkedAxis = { ...ANSWER, categories: ["gym", "diet", "blank"], overlapping: true };
    // 40 of 100 answered, and all but two of them ticked the first.
    const one = { of: "p", axes: [several], counts: [38, 20, 60, 100] };
    const shown = publish([one], [], true).tables[0]!.cells;
    expect(shown[0]!.state).toBe("suppressed");
    expect(shown[1]!.state).toBe("shown");
  });

  it("gives nothing back in tables that are crossed", () => {
    const person = fc.record({ size: fc.constantFrom(0, 0, 1, 2), answer: fc.constantFrom(0, 0, 0, 1, 2) });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 120, size: "max" }), (all) => {
        const count = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).length;
        const tables = [
          { of: "p", axes: [ANSWER], counts: [0, 1, 2].map((a) => count(({ answer }) => answer === a)) },
          {
            of: "p",
            axes: [SIZE, ANSWER],
            counts: [0, 1, 2].flatMap((s) =>
              [0, 1, 2].map((a) => count(({ size, answer }) => size === s && answer === a)),
            ),
          },
        ];
        expectNothingGivenBack([publish(tables, [], true)], true, true);
      }),
      { seed: 20_261_130, numRuns: 60 },
    );
  });
});
