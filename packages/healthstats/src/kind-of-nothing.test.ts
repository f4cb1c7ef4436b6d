import { describe, expect, it } from "vitest";
import { isKindOfNothing, KINDS_OF_NOTHING } from "./kind-of-nothing.ts";

describe("kinds of nothing", () => {
  it("are seven, each once", () => {
    expect(new Set(KINDS_OF_NOTHING).size).toBe(7);
    for (const kind of KINDS_OF_NOTHING) expect(isKindOfNothing(kind)).toBe(true);
  });
  it.each([0, "", null, undefined, "0", "suppressed"])("hold no %j", (value) => {
    expect(isKindOfNothing(value)).toBe(false);
  });
});
