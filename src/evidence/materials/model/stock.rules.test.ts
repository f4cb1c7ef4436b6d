import { describe, expect, it } from "vitest";
import { ok } from "#platform/kernel/result.ts";
import { availableOf, changeBy, isLow, mergedLines } from "./stock.rules.ts";

const refusal = { ok: false, error: { kind: "conflict" } };

describe("copies of an edition", () => {
  it.each([
    ["receive", 50, 50],
    ["return", 3, 3],
    ["send", 60, -60],
    ["discard", 1, -1],
    ["count", 92, -8],
    ["count", 100, 0],
    ["count", 0, -100],
  ] as const)("%s of %i changes 100 by %i", (kind, amount, change) => {
    expect(changeBy(kind, amount, { stock: 100, promised: 40 })).toEqual(ok(change));
  });

  it.each(["send", "discard"] as const)("does not %s what is promised to an order, or not there", (kind) => {
    expect(changeBy(kind, 61, { stock: 100, promised: 40 })).toMatchObject(refusal);
    expect(changeBy(kind, 1, { stock: 0, promised: 0 })).toMatchObject(refusal);
  });

  it("counts what was sent once: 100 in stock, 3 ordered and sent, are 97 in stock and 97 available", () => {
    expect(availableOf({ stock: 100, promised: 3 })).toBe(97);
    expect(availableOf({ stock: 97, promised: 0 })).toBe(97);
  });

  it("is low from the mark down, and never without one", () => {
    expect(isLow({ stock: 50, promised: 20 }, 30)).toBe(true);
    expect(isLow({ stock: 51, promised: 20 }, 30)).toBe(false);
    expect(isLow({ stock: 0, promised: 0 }, null)).toBe(false);
  });
});

it("takes two lines of an edition as one: 100 and 20 are 120", () => {
  const lines = [
    { edition: "b", amount: 100 },
    { edition: "a", amount: 1 },
    { edition: "b", amount: 20 },
  ];
  expect(mergedLines(lines)).toEqual([
    { edition: "a", amount: 1 },
    { edition: "b", amount: 120 },
  ]);
});
