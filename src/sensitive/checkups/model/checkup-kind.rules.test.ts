import { describe, expect, it } from "vitest";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ageAtEndOf, ageOn, kindOfCheckup, mayGoOut } from "./checkup-kind.rules.ts";

const asked = { consented: false, optedOut: false };

describe("what kind of checkup a record is of", () => {
  it("goes by the age at the end of the fiscal year, not on the day", () => {
    const [birth, day] = ["1987-03-31", "2026-06-01"] as PlainDate[];
    expect([ageOn(birth!, day!), ageAtEndOf(birth!, 2026 as never)]).toEqual([39, 40]);
    expect(kindOfCheckup("nhi", 40, false)).toBe("specific");
    expect(kindOfCheckup("nhi", 39, false)).toBe("under-40");
    expect(kindOfCheckup("employer", 45, false)).toBe("employer");
    expect(kindOfCheckup("employees", 45, true)).toBe("voluntary");
    expect(kindOfCheckup("nhi", 75, false)).toBe("late-elderly");
  });
});

describe("a new insurer that asks for a record", () => {
  it("is refused one of somebody who was 39 then, whatever age today, and given it with a consent", () => {
    const record = { kind: kindOfCheckup("employees", 39, false) };
    expect(mayGoOut("new-insurer", record, asked)).toBe(false);
    expect(mayGoOut("new-insurer", record, { consented: true, optedOut: false })).toBe(true);
  });

  it("is given one that was taken at 40, unless the person said no", () => {
    const record = { kind: kindOfCheckup("employees", 40, false) };
    expect(mayGoOut("new-insurer", record, asked)).toBe(true);
    expect(mayGoOut("new-insurer", record, { consented: true, optedOut: true })).toBe(false);
  });

  it("gets no voluntary checkup without a consent, while an edition counts all", () => {
    const record = { kind: kindOfCheckup("employer", 50, true) };
    expect(mayGoOut("new-insurer", record, asked)).toBe(false);
    expect(mayGoOut("edition", record, asked)).toBe(true);
  });
});
