import type { ImportState } from "./schema.ts";

export const ACTIONS = ["match", "check", "take", "cancel", "withdraw"] as const;
export type ImportAction = (typeof ACTIONS)[number];

/**
 * What may be done with an import in each state. While it is being checked or taken in, the work itself moves it on:
 * to `ready`, `done` or `failed`.
 */
export const TRANSITIONS = {
  matching: ["match", "check", "cancel"],
  checking: ["cancel"],
  ready: ["match", "check", "take", "cancel"],
  importing: [],
  done: ["withdraw"],
  failed: [],
  cancelled: [],
  withdrawn: [],
} as const satisfies Record<ImportState, readonly ImportAction[]>;

export const mayInState = (state: ImportState, action: ImportAction): boolean =>
  (TRANSITIONS[state] as readonly ImportAction[]).includes(action);

/** States in which work is under way that a stopped server has to take up again. */
export const UNDER_WAY = ["checking", "importing"] as const satisfies readonly ImportState[];

/** The file is kept as long as it may still be read. */
export const keepsFile = (state: ImportState): boolean =>
  ["matching", "checking", "ready", "importing"].includes(state);
