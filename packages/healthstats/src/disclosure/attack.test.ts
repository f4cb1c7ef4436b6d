import { describe, expect, it } from "vitest";
import golden from "../../golden/attack.json" with { type: "json" };
import { attack } from "./attack.ts";
import { SUPPRESSED } from "./cell.ts";
import { dimension } from "./random-tables.ts";
import { loadSolver } from "./solver.ts";
import { tableSystem } from "./suppress-table.ts";
import { publish } from "./system.ts";

const solver = await loadSolver();

describe("attack", () => {
  it.each(golden.cases)("$name", ({ body, hidden, intervals }) => {
    const dimensions = [dimension("r", body.length), dimension("c", body[0]!.length)];
    const { system } = tableSystem({ dimensions, counts: body.flat() });
    const publication = publish(
      system,
      system.values.map((_, i) => hidden.includes(i)),
    );
    expect(attack(publication, solver)).toEqual(
      intervals.map(({ cell, low, high }) => ({ cell, low, high: high ?? Number.POSITIVE_INFINITY })),
    );
  });

  it("uses what the attacker knows beforehand", () => {
    const cells = [SUPPRESSED, SUPPRESSED, { state: "shown" as const, value: 18 }];
    const publication = { cells, unpublished: 0, relations: [{ total: 2, parts: [0, 1] }] };
    expect(attack(publication, solver)[0]).toEqual({ cell: 0, low: 1, high: 17 });
    expect(attack(publication, solver, { known: () => [1, 9] })[0]).toEqual({ cell: 0, low: 9, high: 9 });
  });

  it("keeps its precision with counts of a thousand million", () => {
    const cells = [SUPPRESSED, SUPPRESSED, { state: "shown" as const, value: 1_000_000_007 }];
    const publication = { cells, unpublished: 0, relations: [{ total: 2, parts: [0, 1] }] };
    expect(attack(publication, solver)[1]).toEqual({ cell: 1, low: 1, high: 1_000_000_006 });
  });

  it("refuses a publication that contradicts itself or names a cell it does not have", () => {
    const cells = [
      SUPPRESSED,
      { state: "shown" as const, value: 20 },
      { state: "shown" as const, value: 18 },
    ];
    const contradiction = { cells, unpublished: 0, relations: [{ total: 2, parts: [0, 1] }] };
    expect(() => attack(contradiction, solver)).toThrow(expect.objectContaining({ argument: "publication" }));
    const beyond = { cells, unpublished: 0, relations: [{ total: 3, parts: [0, 1] }] };
    expect(() => attack(beyond, solver)).toThrow(
      expect.objectContaining({ argument: "publication.relations" }),
    );
  });
});
