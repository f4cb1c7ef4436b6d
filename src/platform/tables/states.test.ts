import { describe, expect, it } from "vitest";
import { keepsFile, mayInState, STATES, STEPS, TRANSITIONS, UNDER_WAY } from "./states.ts";

describe("states", () => {
  it("lets nobody act while the work moves the import on, but for giving up a check", () => {
    expect(UNDER_WAY.map((state) => [state, TRANSITIONS[state]])).toEqual([
      ["checking", ["cancel"]],
      ["importing", []],
    ]);
  });

  it("takes back only what was taken in, and takes in only what was checked", () => {
    const table = STATES.flatMap((state) =>
      STEPS.filter((action) => mayInState(state, action)).map((action) => `${state} ${action}`),
    );
    expect(table.filter((line) => line.endsWith(" withdraw"))).toEqual(["done withdraw"]);
    expect(table.filter((line) => line.endsWith(" take"))).toEqual(["ready take"]);
  });

  it("forgets the file at every end", () => {
    expect(STATES.filter((state) => !keepsFile(state))).toEqual(["done", "failed", "cancelled", "withdrawn"]);
  });
});
