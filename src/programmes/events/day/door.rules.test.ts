import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import type { Session } from "../model/event.schema.ts";
import { buttonsOf, cameAt, countedOf, isOpenDoor, namesakes, sessionAt } from "./door.rules.ts";

const session = (day: string, more: object = {}) =>
  ({
    id: day,
    ...{ day: plainDate(day), starts: "13:30", ends: "15:30", place: "", state: "planned" },
    ...more,
  }) as unknown as Session;
const at = (text: string) => new Date(`${text}:00+09:00`);
const two = [session("2026-12-10"), session("2026-12-17")];

it.each([
  ["2026-12-01T10:00", undefined, "2026-12-10"],
  ["2026-12-10T15:30", undefined, "2026-12-10"],
  ["2026-12-11T10:00", undefined, "2026-12-17"],
  ["2026-12-20T10:00", undefined, "2026-12-17"],
  ["2026-12-01T10:00", "2026-12-17", "2026-12-17"],
  ["2026-12-01T10:00", "another", undefined],
])("at %s asked for %s the door is that of %s", (now, asked, expected) => {
  expect(sessionAt(two, asked, at(now))?.id).toBe(expected);
});

it("opens on the day, and for a list that is keyed later", () => {
  expect([isOpenDoor(two[0]!, at("2026-12-09T23:59")), isOpenDoor(two[0]!, at("2026-12-10T08:00"))]).toEqual([
    ...[false, true],
  ]);
  expect(isOpenDoor(session("2026-12-10", { state: "cancelled" }), at("2026-12-10T14:00"))).toBe(false);
  expect(cameAt(two[0]!, at("2026-12-10T13:02"))).toEqual(at("2026-12-10T13:02"));
  expect(cameAt(two[0]!, at("2026-12-12T09:00"))).toEqual(at("2026-12-10T13:30"));
});

it("finds a name however it is spaced, and nobody by an empty one", () => {
  const list = [{ name: "浜田　一郎" }, { name: "" }];
  expect([namesakes(list, "浜田 一郎").length, namesakes(list, " ").length]).toEqual([1, 0]);
});

describe("what is counted", () => {
  const here = [
    { personId: "a", workplace: "石見 窯業所" },
    { personId: "a", workplace: "石見 窯業所" },
    { personId: "b", workplace: "石見窯業所" },
    { personId: "c", workplace: "" },
  ];
  it.each([
    ["training", { persons: 3, attendances: 4, workplaces: 1 }],
    ["salon", { attendances: 4 }],
    ["panel", { visits: 120, consultations: 5, mental: 2, leaflets: 0 }],
    ["forum", { persons: 3, consultations: 5, mental: 2 }],
  ] as const)("of a %s is each in its own unit", (kind, expected) => {
    expect(countedOf(kind, here, { visits: 120, consultations: 5, mental: 2 })).toEqual(expected);
  });
  it("has buttons for its units alone", () => {
    expect(buttonsOf("training")).toEqual([]);
    expect(buttonsOf("forum")).toEqual(["mental", "consultations"]);
    expect(buttonsOf("panel")).toContain("leaflets_ten");
  });
});
