import type { Config } from "#platform/config/config.ts";

/**
 * What the doctor found of one thing.
 *
 * - `good`: nothing to do.
 * - `note`: works without it; `mend` says how to have it.
 * - `bad`: something will not work, or is not safe, until it is mended.
 */
export type Finding = Readonly<{
  what: string;
  state: "good" | "note" | "bad";
  found: string;
  mend?: string;
}>;

/** One thing that the doctor looks at. It changes nothing. */
export type Check = (config: Config) => Promise<Finding>;

export const good = (what: string, found: string): Finding => ({ what, state: "good", found });
export const note = (what: string, found: string, mend: string): Finding => ({
  what,
  state: "note",
  found,
  mend,
});
export const bad = (what: string, found: string, mend: string): Finding => ({
  what,
  state: "bad",
  found,
  mend,
});
