import type { Examples } from "#foundation/authority/testing.ts";

/** How the role matrix tries each command and query of the councils. */
export const examples: Examples = {
  "maturity.read": async ({ area, state }) =>
    state === "standing" ? { target: { area, year: 2026 } } : undefined,
  "maturity.judge": async ({ area, state }) =>
    state === "standing"
      ? { target: { area, year: 2026 }, input: { level: "1-1", reason: "紙の記録による" } }
      : undefined,
};
