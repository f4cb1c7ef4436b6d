import { describe, expect, it } from "vitest";
import { HANTEIZU_SETS } from "../../data/hanteizu-constants.ts";
import golden from "../../golden/scoring.json" with { type: "json" };
import { hanteizu, hanteizuForGroup, hanteizuOfBothSexes } from "./hanteizu.ts";
import { publishableStressGroups } from "./stress-groups.ts";

const means = { demand: 9.5, control: 7.1, supervisor: 6.8, coworker: 7.7 };

describe("hanteizu", () => {
  it.each(golden.hanteizu)("$sex $means", (row) => {
    const [demand, control, supervisor, coworker] = row.means as [number, number, number, number];
    const constants = HANTEIZU_SETS.updated[row.sex as "male" | "female"];
    const risk = hanteizu({ demand, control, supervisor, coworker }, constants);
    expect(risk.demandControl).toBeCloseTo(row.demandControl, 9);
    expect(risk.support).toBeCloseTo(row.support, 9);
    expect(risk.total).toBeCloseTo(row.total, 9);
  });

  it("keeps the two sets of constants apart by name", () => {
    const parts = { male: { means, respondents: 30 } };
    expect(hanteizuForGroup(parts)).toMatchObject({ status: "judged", constants: "updated" });
    const legacy = hanteizuForGroup(parts, HANTEIZU_SETS.legacy);
    expect(legacy).toMatchObject({ constants: "legacy", risk: { total: expect.closeTo(129.343, 3) } });
  });

  it("weights the sexes by respondents", () => {
    const female = { means: { ...means, demand: 8 }, respondents: 20 };
    const both = hanteizuOfBothSexes({ male: { means, respondents: 30 }, female }, HANTEIZU_SETS.updated);
    const men = hanteizu(means, HANTEIZU_SETS.updated.male).total;
    const women = hanteizu(female.means, HANTEIZU_SETS.updated.female).total;
    expect(both.total).toBeCloseTo((30 * men + 20 * women) / 50, 9);
  });

  it("refuses a group under ten as a result, and a mean outside the scale as an error", () => {
    expect(
      hanteizuForGroup({ male: { means, respondents: 5 }, female: { means, respondents: 4 } }),
    ).toMatchObject({
      status: "refused",
      reason: "too-few-respondents",
    });
    expect(() => hanteizu({ ...means, control: 2.9 }, HANTEIZU_SETS.updated.male)).toThrow(
      expect.objectContaining({ argument: "control" }),
    );
  });
});

describe("publishableStressGroups", () => {
  const units = { sales: 20, works: 22, office: 8, yard: 12, nobody: 0 };
  const verdicts = (groups: [string, string[]][]) =>
    publishableStressGroups(
      units,
      groups.map(([id, list]) => ({ id, units: list })),
    ).map(({ publishable, reason }) => (publishable ? "shown" : reason));

  it("refuses a group under ten and the difference that gives it back", () => {
    const whole = Object.keys(units);
    expect(verdicts([["office", ["office"]]])).toEqual(["too-few-respondents"]);
    expect(
      verdicts([
        ["a", ["sales", "office"]],
        ["b", ["sales"]],
      ]),
    ).toEqual(["shown", "difference"]);
    expect(
      verdicts([
        ["all", whole],
        ["s", ["sales"]],
        ["w", ["works"]],
        ["y", ["yard"]],
      ]),
    ).toEqual(["shown", "shown", "shown", "difference"]);
  });

  it("sees through units without respondents", () => {
    expect(
      verdicts([
        ["a", ["sales", "office", "nobody"]],
        ["b", ["sales"]],
      ]),
    ).toEqual(["shown", "difference"]);
  });

  it("lets apart what no sum connects", () => {
    expect(
      verdicts([
        ["a", ["sales", "office"]],
        ["b", ["works", "yard"]],
      ]),
    ).toEqual(["shown", "shown"]);
  });

  it("refuses unknown and repeated units", () => {
    expect(() => verdicts([["a", ["garage"]]])).toThrow(expect.objectContaining({ argument: "groups.a" }));
    expect(() => verdicts([["a", ["sales", "sales"]]])).toThrow(
      expect.objectContaining({ argument: "groups.a" }),
    );
  });
});
