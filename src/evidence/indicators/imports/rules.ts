import type { ImportState } from "./schema.ts";

/** What moves an import on, by the names of the commands. */
export const ACTIONS = [
  "import.match",
  "import.check",
  "import.take",
  "import.cancel",
  "import.withdraw",
] as const;
export type ImportAction = (typeof ACTIONS)[number];

/**
 * What may be done with an import in each state. While it is being checked or taken in, the work itself moves it on:
 * to `ready`, `done` or `failed`.
 */
export const TRANSITIONS = {
  matching: ["import.match", "import.check", "import.cancel"],
  checking: ["import.cancel"],
  ready: ["import.match", "import.check", "import.take", "import.cancel"],
  importing: [],
  done: ["import.withdraw"],
  failed: [],
  cancelled: [],
  withdrawn: [],
} as const satisfies Record<ImportState, readonly ImportAction[]>;

export const mayInState = (state: ImportState, action: string): boolean =>
  (TRANSITIONS[state] as readonly string[]).includes(action);

/** States in which work is under way that a stopped server has to take up again. */
export const UNDER_WAY = ["checking", "importing"] as const satisfies readonly ImportState[];

export const isUnderWay = (state: ImportState): boolean => (UNDER_WAY as readonly string[]).includes(state);

/** The file is kept as long as it may still be read. */
export const keepsFile = (state: ImportState): boolean =>
  ["matching", "checking", "ready", "importing"].includes(state);
