import { expect, it } from "vitest";
import { allows, openSteps, wrongState } from "./states.ts";

const DOOR = { open: ["close"], closed: ["open", "lock"], locked: [] } as const;
const STEPS = ["open", "close", "lock"] as const;

it("reads from one table what can be done, by whom the rights allow it", () => {
  expect(allows<keyof typeof DOOR, (typeof STEPS)[number]>(DOOR, "closed", "lock")).toBe(true);
  expect(allows<keyof typeof DOOR, (typeof STEPS)[number]>(DOOR, "locked", "open")).toBe(false);
  expect(openSteps<keyof typeof DOOR, (typeof STEPS)[number]>(DOOR, "closed", STEPS, () => true)).toEqual({
    open: true,
    close: false,
    lock: true,
  });
  expect(
    openSteps<keyof typeof DOOR, (typeof STEPS)[number]>(DOOR, "closed", STEPS, (step) => step !== "lock")
      .lock,
  ).toBe(false);
});

it("names the state that does not allow a step", () => {
  expect(wrongState("施錠")).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("施錠") },
  });
});
