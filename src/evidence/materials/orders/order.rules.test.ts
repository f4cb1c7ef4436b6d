import { expect, it } from "vitest";
import { orderNumber, refusalOf } from "./order.rules.ts";

it.each([
  [30, undefined],
  [31, "few"],
  [51, "many"],
] as const)("%i of 30 copies that are left, at most 50 an order: %s", (amount, refused) => {
  const copies = { stock: 100, promised: 70 };
  expect(refusalOf(amount, { state: "current", copies, mostAnOrder: 50 })).toBe(refused);
});

it.each(["draft", "stale", "expired", "replaced"] as const)(
  "promises nothing of an edition that is %s",
  (state) => {
    expect(refusalOf(1, { state, copies: { stock: 9, promised: 0 }, mostAnOrder: 9 })).toBe("over");
  },
);

it("numbers an order without signs that look alike", () => {
  const all = orderNumber(Uint8Array.from({ length: 7 }, (_, at) => at * 37));
  expect(all).toMatch(/^S-[2-9A-HJKMNP-Z]{7}$/);
});
