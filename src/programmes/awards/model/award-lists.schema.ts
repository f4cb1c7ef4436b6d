import type { StateTable } from "#platform/kernel/states.ts";

// Lists that pages show: without a schema, so that a browser loads no library for them.

/** What stands behind an answer, the weakest first. */
export const EVIDENCE = ["claim", "visit", "document", "fact"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What the staff may confirm. */
export const CONFIRMED = ["document", "visit"] as const;

export type RoundState = "draft" | "open" | "judging" | "decided";
export type RoundStep = "open" | "close" | "reopen" | "decide" | "amend";
export const ROUND_STEPS = {
  draft: { open: "open" },
  open: { close: "judging" },
  judging: { reopen: "open", decide: "decided" },
  /** An appeal that is upheld. */
  decided: { amend: "decided" },
} as const satisfies StateTable<RoundState, RoundStep>;

export type EntryState = "draft" | "submitted" | "withdrawn";
export type EntryStep = "save" | "submit" | "withdraw";
export const ENTRY_STEPS = {
  draft: { save: "draft", submit: "submitted", withdraw: "withdrawn" },
  submitted: { withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies StateTable<EntryState, EntryStep>;

/** Why somebody was not examined and is left out of the rate. */
export const EXCUSES = ["sick_leave", "child_care_leave", "posted_away", "joined_late"] as const;
export type Excuse = (typeof EXCUSES)[number];

export const SCORES = ["1", "2", "3", "4", "5"] as const;
