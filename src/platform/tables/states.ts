/**
 * The states of an import: columns being matched, file being checked, ready for confirmation, being taken in, and the final states.
 */
export const STATES = [
  "matching",
  "checking",
  "ready",
  "importing",
  "done",
  "failed",
  "cancelled",
  "withdrawn",
] as const;
export type ImportState = (typeof STATES)[number];

/** What moves an import on. A command is named by a prefix and the step: `import.check`, `activity-import.check`. */
export const STEPS = ["match", "check", "take", "cancel", "withdraw", "restore"] as const;
export type ImportStep = (typeof STEPS)[number];

/**
 * What may be done with an import in each state. While it is being checked or taken in, the work itself moves it on:
 * to `ready`, `done` or `failed`. Only some tables know how to bring back what was withdrawn.
 */
export const TRANSITIONS = {
  matching: ["match", "check", "cancel"],
  checking: ["cancel"],
  ready: ["match", "check", "take", "cancel"],
  importing: [],
  done: ["withdraw"],
  failed: [],
  cancelled: [],
  withdrawn: ["restore"],
} as const satisfies Record<ImportState, readonly ImportStep[]>;

export const mayInState = (state: ImportState, step: string): boolean =>
  (TRANSITIONS[state] as readonly string[]).includes(step);

/** States in which work is under way that a stopped server has to take up again. */
export const UNDER_WAY = ["checking", "importing"] as const satisfies readonly ImportState[];

export const isUnderWay = (state: ImportState): boolean => (UNDER_WAY as readonly string[]).includes(state);

/** The file is kept as long as it may still be read. */
export const keepsFile = (state: ImportState): boolean =>
  ["matching", "checking", "ready", "importing"].includes(state);
