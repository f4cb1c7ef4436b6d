import { expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { isOver, mayOrder, stateOf } from "./edition.rules.ts";

const today = plainDate("2026-11-22");
const good = { published: true, replacedBy: null, staleSince: null, validUntil: null };

it.each([
  ["current", good, []],
  ["current", { ...good, validUntil: today }, []],
  ["draft", { ...good, published: false }, []],
  ["draft", { ...good, published: false }, ["phone"]],
  ["stale", { ...good, staleSince: new Date(0) }, []],
  ["stale", good, ["phone"]],
  ["stale", { ...good, validUntil: plainDate("2026-11-21") }, ["phone"]],
  ["expired", { ...good, validUntil: plainDate("2026-11-21") }, []],
  ["replaced", { ...good, replacedBy: "x" }, ["phone"]],
  ["replaced", { ...good, published: false, replacedBy: "x" }, []],
] as const)("an edition is %s", (state, edition, changed) => {
  const now = stateOf(edition, today, changed);
  expect(now).toBe(state);
  expect(mayOrder(now)).toBe(state === "current");
  expect(isOver(now)).toBe(!["current", "draft"].includes(state));
});
