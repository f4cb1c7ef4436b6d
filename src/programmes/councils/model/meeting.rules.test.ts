import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { allows } from "#platform/kernel/states.ts";
import { ALLOWED, pollOpen, pollResult, stateOfMeeting } from "./meeting.rules.ts";
import { type DateAnswer, MeetingInput } from "./meeting.schema.ts";

const TODAY = plainDate("2026-11-22");
const option = (id: string) => ({ id, day: plainDate("2026-12-03"), startsAt: "10:00", endsAt: "11:00" });
const answer = (optionId: string, memberId: string, given: DateAnswer["answer"]): DateAnswer => ({
  optionId,
  memberId,
  answer: given,
});

describe("pollResult", () => {
  it("tells yes, if need be, no and no answer apart, and ignores who is not asked", () => {
    const answers = [
      answer("a", "1", "yes"),
      answer("a", "2", "if_need_be"),
      answer("a", "3", "no"),
      answer("a", "stranger", "yes"),
      answer("b", "1", "yes"),
      answer("b", "2", "yes"),
    ];
    expect(pollResult([option("a"), option("b"), option("c")], answers, ["1", "2", "3", "4"])).toMatchObject([
      { id: "a", counts: { yes: 1, if_need_be: 1, no: 1, none: 1 }, best: false },
      { id: "b", counts: { yes: 2, if_need_be: 0, no: 0, none: 2 }, best: true },
      { id: "c", counts: { yes: 0, if_need_be: 0, no: 0, none: 4 }, best: false },
    ]);
  });

  it("names no best date before anybody answered", () => {
    expect(pollResult([option("a")], [], ["1"])[0]!.best).toBe(false);
  });

  it("always adds up to the invited", () => {
    const members = ["1", "2", "3", "4", "5"];
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            optionId: fc.constantFrom("a", "b"),
            memberId: fc.constantFrom(...members),
            answer: fc.constantFrom<DateAnswer["answer"]>("yes", "if_need_be", "no"),
          }),
          { selector: (one) => one.optionId + one.memberId },
        ),
        fc.subarray(members),
        (answers, invited) => {
          for (const { counts } of pollResult([option("a"), option("b")], answers, invited))
            expect(counts.yes + counts.if_need_be + counts.no + counts.none).toBe(invited.length);
        },
      ),
      { seed: 4 },
    );
  });
});

describe("the state of a meeting", () => {
  const meeting = { heldOn: plainDate("2026-12-03"), invitedAt: null, cancelledAt: null };
  it.each([
    ["polling", { ...meeting, heldOn: null }, false],
    ["fixed", meeting, false],
    ["invited", { ...meeting, invitedAt: new Date() }, false],
    ["held", { ...meeting, heldOn: TODAY }, false],
    ["minuted", { ...meeting, heldOn: plainDate("2026-11-01") }, true],
    ["cancelled", { ...meeting, cancelledAt: new Date() }, true],
  ] as const)("%s", (state, facts, approved) => expect(stateOfMeeting(facts, TODAY, approved)).toBe(state));

  it("lets nothing happen to a cancelled one, and no minutes before it was held", () => {
    expect(ALLOWED.cancelled).toEqual([]);
    expect(allows(ALLOWED, "invited", "minute")).toBe(false);
    expect(allows(ALLOWED, "held", "minute")).toBe(true);
  });

  it("moves what has a date, also on the day itself, until its minutes are approved", () => {
    const movable = Object.keys(ALLOWED).filter((state) =>
      allows(ALLOWED, state as keyof typeof ALLOWED, "move"),
    );
    expect(movable).toEqual(["fixed", "invited", "held"]);
  });

  it("lets the place alone be changed as long as the date is asked for", () => {
    const placed = Object.keys(ALLOWED).filter((state) =>
      allows(ALLOWED, state as keyof typeof ALLOWED, "place"),
    );
    expect(placed).toEqual(["polling"]);
  });
});

it.each([
  [null, null, true],
  [plainDate("2026-11-22"), null, true],
  [plainDate("2026-11-21"), null, false],
  [null, plainDate("2026-12-03"), false],
])("a poll with deadline %s and date %s is open: %s", (pollDeadline, heldOn, open) => {
  expect(pollOpen({ pollDeadline, heldOn, cancelledAt: null }, TODAY)).toBe(open);
});

it.each([
  [{}, undefined],
  [{ title: " " }, "title"],
  [{ slots: [] }, "slots"],
  [{ slots: [{ day: "2026-02-31", startsAt: "10:00", endsAt: "11:00" }] }, "slots.0.day"],
  [{ slots: [{ day: "2026-12-03", startsAt: "10:00", endsAt: "10:00" }] }, "slots.0.endsAt"],
  [{ slots: [{ day: "2026-12-03", startsAt: "25:00", endsAt: "26:00" }] }, "slots.0.startsAt"],
])("a meeting with %j is refused at %s", (change, field) => {
  const input = {
    bodyId: "0198f2a0-0000-7000-8000-000000000001",
    title: "第3回",
    slots: [{ day: "2026-12-03", startsAt: "10:00", endsAt: "11:00" }],
  };
  const parsed = MeetingInput.safeParse({ ...input, ...change });
  expect(parsed.success ? undefined : parsed.error.issues[0]!.path.join(".")).toBe(field);
});

it("reads the dates of a form from its rows, and says what is wrong in the row where it is", () => {
  const form = (second: string) => ({
    bodyId: "0198f2a0-0000-7000-8000-000000000001",
    title: "第3回",
    ...{ "slots.0.day": "", "slots.0.startsAt": "13:30", "slots.0.endsAt": "15:00" },
    ...{ "slots.1.day": second, "slots.1.startsAt": "10:00", "slots.1.endsAt": "11:00" },
  });
  expect(MeetingInput.parse(form("2026-12-03")).slots).toEqual([
    { day: "2026-12-03", startsAt: "10:00", endsAt: "11:00" },
  ]);
  expect(MeetingInput.safeParse(form("2026-02-31")).error!.issues[0]!.path).toEqual(["slots", 1, "day"]);
  expect(MeetingInput.safeParse(form("")).error!.issues[0]!.path).toEqual(["slots"]);
});
