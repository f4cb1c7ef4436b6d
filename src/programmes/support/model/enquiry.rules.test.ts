import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsFrom } from "#platform/kernel/states.ts";
import {
  type Asked,
  dueOf,
  ENQUIRY,
  type EnquiryState,
  mayStep,
  type Needs,
  possibleTeams,
  whyNot,
} from "./enquiry.rules.ts";

const asked = (id: string, answers: Asked["answers"], rest: Partial<Asked> = {}): Asked => ({
  id,
  kind: "lecture",
  professions: [],
  answers,
  offer: id,
  ...rest,
});
const anyone = (count: number): Needs => [{ count, professions: [], kinds: [] }];

describe("possibleTeams", () => {
  it("takes two of five at the first slot where two say yes", () => {
    const five = [
      asked("a", ["no", "yes"]),
      asked("b", ["yes", "yes"]),
      asked("c", null),
      asked("d", null),
      asked("e", ["if_need_be", "no"]),
    ];
    expect(possibleTeams(anyone(2), five, 2)).toEqual([
      { slot: 1, members: ["a", "b"], reluctant: 0 },
      { slot: 0, members: ["b", "e"], reluctant: 1 },
    ]);
  });

  it("gives the only doctor to the doctor's place, whoever answered first", () => {
    const needs: Needs = [
      { count: 1, professions: [], kinds: [] },
      { count: 1, professions: ["doctor"], kinds: [] },
    ];
    const two = [
      asked("doctor", ["yes"], { professions: ["doctor"] }),
      asked("nurse", ["yes"], { professions: ["nurse"] }),
    ];
    expect(possibleTeams(needs, two, 1)).toEqual([{ slot: 0, members: ["doctor", "nurse"], reluctant: 0 }]);
  });

  it("knows one doctor and one nurse from two nurses", () => {
    const needs: Needs = [
      { count: 1, professions: ["doctor"], kinds: [] },
      { count: 1, professions: ["nurse", "public_health_nurse"], kinds: [] },
    ];
    const nurses = [
      asked("a", ["yes"], { professions: ["nurse"] }),
      asked("b", ["yes"], { professions: ["public_health_nurse"] }),
    ];
    expect(possibleTeams(needs, nurses, 1)).toEqual([]);
    expect(whyNot(needs, nurses, ["a", "b"], 0)).toBe("enough");
  });

  it("takes a joint offer whole or not at all", () => {
    const joint = { offer: "joint" };
    const teacher = asked("teacher", ["yes", "yes"], joint);
    const adviser = asked("adviser", ["no", "if_need_be"], joint);
    expect(possibleTeams(anyone(1), [teacher, adviser], 2)).toEqual([
      { slot: 1, members: ["teacher", "adviser"], reluctant: 1 },
    ]);
    const silent = asked("adviser", null, joint);
    expect(possibleTeams(anyone(1), [teacher, silent, asked("alone", ["no", "yes"])], 2)).toEqual([
      { slot: 1, members: ["alone"], reluctant: 0 },
    ]);
    expect(whyNot(anyone(1), [teacher, adviser], ["teacher"], 1)).toBe("partner");
    expect(whyNot(anyone(1), [teacher, adviser], ["teacher", "adviser"], 0)).toBe("able");
    expect(whyNot(anyone(1), [teacher, adviser], ["teacher", "adviser"], 1)).toBeUndefined();
  });

  it("finds a team exactly where trying every assignment finds one", () => {
    const profession = fc.constantFrom("doctor" as const, "nurse" as const, "dietitian" as const);
    const needs = fc.array(
      fc.record({
        count: fc.constantFrom(1, 2),
        professions: fc.uniqueArray(profession, { maxLength: 2 }),
        kinds: fc.constant([]),
      }),
      { minLength: 1, maxLength: 2 },
    );
    const people = fc.array(fc.uniqueArray(profession, { maxLength: 2 }), { maxLength: 5 });
    fc.assert(
      fc.property(needs, people, (wanted, there) => {
        const all = there.map((professions, index) => asked(String(index), ["yes"], { professions }));
        const places = wanted.flatMap((need) => Array.from({ length: need.count }, () => need.professions));
        expect(possibleTeams(wanted, all, 1).length > 0).toBe(seatable(places, there));
      }),
      { seed: 20_261_122 },
    );
  });
});

/** By trying everything. */
function seatable(places: readonly (readonly string[])[], there: readonly (readonly string[])[]): boolean {
  const [place, ...rest] = places;
  if (!place) return true;
  return there.some(
    (person, index) =>
      (place.length === 0 || place.some((one) => person.includes(one))) &&
      seatable(
        rest,
        there.filter((_, other) => other !== index),
      ),
  );
}

describe("the states of an enquiry", () => {
  it("can all be reached, and end where somebody was let go for good", () => {
    const reached = new Set<EnquiryState>(["queued"]);
    for (const state of reached)
      for (const step of stepsFrom(ENQUIRY, state)) reached.add(ENQUIRY[state][step]!);
    expect([...reached].sort()).toEqual(Object.keys(ENQUIRY).sort());
    expect(
      Object.keys(ENQUIRY).filter((state) => stepsFrom(ENQUIRY, state as EnquiryState).length === 0),
    ).toEqual(["dropped"]);
  });

  it("let nobody answer who was not asked yet or was decided about", () => {
    const states = Object.keys(ENQUIRY) as EnquiryState[];
    expect(states.filter((state) => mayStep(state, "answer"))).toEqual(["open", "answered", "no_answer"]);
  });
});

describe("dueOf", () => {
  const askedAt = new Date("2026-11-22T00:00:00Z");
  const deadline = new Date("2026-11-29T00:00:00Z");
  it.each([
    ["2026-11-23T00:00:00Z", 0, undefined],
    ["2026-11-28T00:00:00Z", 0, "remind"],
    ["2026-11-28T12:00:00Z", 1, undefined],
    ["2026-11-29T00:00:00Z", 1, "expire"],
  ])("at %s after %i reminders: %s", (now, reminders, due) =>
    expect(dueOf({ askedAt, deadline, reminders }, new Date(now))).toBe(due),
  );
});
