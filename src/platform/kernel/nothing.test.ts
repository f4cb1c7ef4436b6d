import { KINDS_OF_NOTHING } from "@yui/healthstats";
import { describe, expect, it } from "vitest";
import { NOTHING, statusOf } from "./nothing.ts";

describe("the words for nothing", () => {
  it.each(["ja", "en"] as const)("tell all kinds apart (%s)", (language) => {
    expect(new Set(KINDS_OF_NOTHING.map((kind) => NOTHING[kind][language])).size).toBe(
      KINDS_OF_NOTHING.length,
    );
  });
  it.each([
    [12, "no-data", "shown"],
    [0, "no-data", "zero"],
    [null, "hidden", "hidden"],
    [null, "not-asked", "not-asked"],
  ] as const)("%j with %s is %s", (value, why, status) => {
    expect(statusOf(value, why)).toBe(status);
  });
});
