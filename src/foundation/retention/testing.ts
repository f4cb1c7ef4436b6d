import type { Examples } from "#foundation/authority/testing.ts";
import { PERIODS } from "./retention.schema.ts";

const nothing: Examples[string] = async ({ state }) =>
  state === "standing"
    ? {
        target: {},
        input: { tables: {}, periods: Object.fromEntries(PERIODS.map((period) => [period, 1])) },
      }
    : undefined;

/** How the role matrix tries each command of retention. */
export const examples: Examples = { "retention.preview": nothing, "retention.purge": nothing };
