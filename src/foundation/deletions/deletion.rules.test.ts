import { expect, it } from "vitest";
import { restorable } from "./deletion.rules.ts";

it("brings back what was deleted up to 30 days ago", () => {
  const deleted = new Date("2026-11-01T00:00:00Z");
  expect(restorable(deleted, new Date("2026-12-01T00:00:00Z"))).toBe(true);
  expect(restorable(deleted, new Date("2026-12-01T00:00:01Z"))).toBe(false);
});
