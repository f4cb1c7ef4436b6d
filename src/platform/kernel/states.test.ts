import { expect, it } from "vitest";
import { ok } from "./result.ts";
import { type StateTable, stepFrom, stepsFrom } from "./states.ts";

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
