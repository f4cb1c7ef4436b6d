import { expect, it } from "vitest";
import { undeliveredTo } from "./deliveries.ts";

const LAST = { to: "a@example.jp", state: "undeliverable", code: "5.1.1", attempts: 0 } as const;

it.each([
  ["refused for good", LAST, { to: "a@example.jp", code: "5.1.1", forGood: true }],
  ["sent", { ...LAST, state: "sent" }, undefined],
  ["not tried yet", { ...LAST, state: "waiting" }, undefined],
  ["tried for a minute", { ...LAST, state: "waiting", attempts: 3 }, undefined],
  [
    "tried for long",
    { ...LAST, state: "waiting", code: "", attempts: 4 },
    { to: "a@example.jp", code: "", forGood: false },
  ],
  ["refused at an address that was put right since", { ...LAST, to: "b@example.jp" }, undefined],
  ["never written", undefined, undefined],
] as const)("tells of a mail that was %s", (_name, last, told) => {
  expect(undeliveredTo("a@example.jp", last)).toEqual(told);
});
