import { expect, it } from "vitest";
import { ok } from "./result.ts";
import { allows, openSteps, type StateTable, stepFrom, stepsFrom, wrongState } from "./states.ts";

type State = "open" | "shut" | "locked";
type Step = "push" | "pull" | "lock";
const DOOR: StateTable<State, Step> = {
  open: { push: "shut", pull: "open" },
  shut: { pull: "open", lock: "locked" },
  locked: {},
};

it("tells the steps of a state and where each leads", () => {
  expect(stepsFrom(DOOR, "shut")).toEqual(["pull", "lock"]);
  expect(stepFrom(DOOR, "shut", "lock")).toEqual(ok("locked"));
  expect(stepFrom(DOOR, "open", "pull")).toEqual(ok("open"));
});

it("refuses a step that the state does not know, and names the state", () => {
  expect(stepFrom(DOOR, "locked", "push")).toEqual({ ok: false, error: { state: "locked" } });
});

const GATE = { open: ["close"], closed: ["open", "lock"], locked: [] } as const;
const STEPS = ["open", "close", "lock"] as const;

it("reads from one table what can be done, by whom the rights allow it", () => {
  expect(allows<keyof typeof GATE, (typeof STEPS)[number]>(GATE, "closed", "lock")).toBe(true);
  expect(allows<keyof typeof GATE, (typeof STEPS)[number]>(GATE, "locked", "open")).toBe(false);
  expect(openSteps<keyof typeof GATE, (typeof STEPS)[number]>(GATE, "closed", STEPS, () => true)).toEqual({
    open: true,
    close: false,
    lock: true,
  });
  expect(
    openSteps<keyof typeof GATE, (typeof STEPS)[number]>(GATE, "closed", STEPS, (step) => step !== "lock")
      .lock,
  ).toBe(false);
});

it("names the state that does not allow a step", () => {
  expect(wrongState("施錠")).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("施錠") },
  });
});
