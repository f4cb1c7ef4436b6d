import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { nextOf, positionIn } from "../signups/line.rules.ts";
import { closesAt, completionOf, matchedTo, offeredUntil, refusalOf, signingOf } from "./event.rules.ts";
import type { SessionState } from "./event-states.schema.ts";

const session = (day: string, more: Readonly<{ id?: string; state?: SessionState }> = {}) => ({
  id: day,
  ...{ day: plainDate(day), starts: "13:30", ends: "15:30", state: "planned" as SessionState },
  ...more,
});
const two = [session("2026-12-10"), session("2026-12-17")];
const open = {
  ...({ state: "published", signUp: "name", closesOn: null, mostAtOnce: 5, answerHours: 48 } as const),
  ...({ groupRule: "whole", priority: "arrival" } as const),
};
const at = (text: string) => new Date(`${text}+09:00`);

describe("signing up", () => {
  it.each([
    [open, two, 1, "2026-12-10T13:29", undefined],
    [open, two, 1, "2026-12-10T13:30", "closed"],
    [{ ...open, closesOn: plainDate("2026-12-03") }, two, 1, "2026-12-03T23:59", undefined],
    [{ ...open, closesOn: plainDate("2026-12-03") }, two, 1, "2026-12-04T00:00", "closed"],
    [open, two, 6, "2026-12-01T10:00", "many"],
    [{ ...open, state: "cancelled" as const }, two, 1, "2026-12-01T10:00", "off"],
    [{ ...open, signUp: "none" as const }, two, 1, "2026-12-01T10:00", "none"],
    [open, [session("2026-12-10", { state: "cancelled" })], 1, "2026-12-01T10:00", "closed"],
  ])("case %#", (event, sessions, seats, now, expected) => {
    expect(refusalOf(event, sessions, seats, at(`${now}:00`))).toBe(expected);
  });
  it("skips a first session that is off", () => {
    expect(closesAt(open, [session("2026-12-10", { state: "cancelled" }), two[1]!])).toEqual(
      at("2026-12-17T13:30:00"),
    );
  });
});

describe("what a list says of signing up", () => {
  const limited = { ...open, capacity: 12 };
  it.each([
    ["open", limited, 11, "2026-12-01T10:00"],
    ["full", limited, 12, "2026-12-01T10:00"],
    ["open", { ...open, capacity: null }, 500, "2026-12-01T10:00"],
    ["closed", limited, 12, "2026-12-10T14:00"],
    ["closed", { ...limited, closesOn: plainDate("2026-11-30") }, 0, "2026-12-01T10:00"],
    ["none", { ...limited, signUp: "none" as const }, 0, "2026-12-10T14:00"],
    ["over", limited, 0, "2026-12-17T15:30"],
    ["cancelled", { ...limited, state: "cancelled" as const }, 0, "2026-12-01T10:00"],
    ["draft", { ...limited, state: "draft" as const }, 0, "2026-12-01T10:00"],
  ])("%s, case %#", (expected, event, taken, now) => {
    expect(signingOf(event, two, taken, at(`${now}:00`))).toBe(expected);
  });
});

it("makes no offer whose answer would come after the last moment", () => {
  expect(offeredUntil(open, two, at("2026-12-08T13:30:00"))).toEqual(at("2026-12-10T13:30:00"));
  expect(offeredUntil(open, two, at("2026-12-08T13:31:00"))).toBeUndefined();
});

const waiting = (id: string, seats: number, minute: number, cameBefore = false) => ({
  ...{ id, seats, cameBefore, state: "waiting" as const, offeredUntil: null },
  madeAt: new Date(Date.UTC(2026, 11, 1, 0, minute)),
});

describe("the line", () => {
  const line = [waiting("group", 3, 1), waiting("single", 1, 2)];
  it.each([
    ["whole", 1, { id: "single", seats: 1 }],
    ["whole", 3, { id: "group", seats: 3 }],
    ["part", 1, { id: "group", seats: 1 }],
    ["part", 0, undefined],
  ] as const)("by the rule %s with %i free", (groupRule, free, expected) => {
    const next = nextOf({ ...open, groupRule }, line, free);
    expect(next && { id: next.waiting.id, seats: next.seats }).toEqual(expected);
  });
  it("puts small workplaces first where that is the rule", () => {
    const mixed = [waiting("large", 1, 1, true), waiting("small", 1, 2)];
    expect(nextOf({ ...open, priority: "small" }, mixed, 1)?.waiting.id).toBe("small");
    expect(nextOf(open, mixed, 1)?.waiting.id).toBe("large");
    expect(positionIn({ priority: "small" }, mixed, "large")).toBe(2);
  });
});

describe("a certificate", () => {
  const ten = Array.from({ length: 10 }, (_, index) =>
    session(`2026-12-${String(index + 10)}`, { state: index < 5 ? "held" : "planned" }),
  );
  const rule = (certificateLeast: number) => ({ certificate: "sessions" as const, certificateLeast });
  const firstFive = new Set(ten.slice(0, 5).map(({ id }) => id));
  it("is measured by all sessions that are planned, not by those held so far", () => {
    const { state, attended, planned } = completionOf(rule(8), ten, firstFive);
    expect([state, attended.sessions, planned.sessions]).toEqual(["can_reach", 5, 10]);
  });
  it("is out of reach where what is left does not suffice, and reached by who was there", () => {
    expect(completionOf(rule(8), ten, new Set()).state).toBe("missed");
    expect(completionOf(rule(5), ten, firstFive).state).toBe("reached");
    expect(
      completionOf({ certificate: "minutes", certificateLeast: 1200 }, ten, firstFive).attended.minutes,
    ).toBe(600);
  });
});

describe("the days of an event, told anew", () => {
  const on = (day: string, state: SessionState = "planned") => session(`2026-12-${day}`, { state, id: day });
  it.each([
    ["the first is taken out", [on("10"), on("11"), on("12")], [on("11"), on("12")], "11=11 12=12", "10"],
    ["one is moved", [on("10"), on("11")], [on("10"), on("15")], "10=10 11=15", ""],
    [
      "one comes before one that is off",
      [on("10"), on("12", "cancelled")],
      [on("10"), on("11"), on("12")],
      "10=10 new=11 12=12",
      "",
    ],
    [
      "the one that is off is left out",
      [on("10"), on("12", "cancelled")],
      [on("10"), on("14")],
      "10=10 new=14",
      "12",
    ],
  ])("keep who was there where %s", (_, known, told, expected, gone) => {
    const found = matchedTo(known, told);
    const pairs = found.pairs.map(({ told: one, held }) => `${held?.id ?? "new"}=${one.id}`);
    expect([pairs.join(" "), found.gone.map(({ id }) => id).join(" ")]).toEqual([expected, gone]);
  });
});
