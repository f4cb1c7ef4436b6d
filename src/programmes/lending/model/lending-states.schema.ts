import type { StateTable } from "#platform/kernel/states.ts";

export type LoanState = "short" | "asked" | "promised" | "out" | "returned" | "refused" | "cancelled";
type LoanStep = "move" | "promise" | "refuse" | "cancel" | "extend" | "hand-over" | "take-back";

/** `short` was asked for while there were not enough; it becomes `asked` on other days. */
export const LOAN_STEPS: StateTable<LoanState, LoanStep> = {
  short: { move: "asked", cancel: "cancelled" },
  asked: { move: "asked", promise: "promised", refuse: "refused", cancel: "cancelled" },
  promised: { move: "asked", extend: "promised", "hand-over": "out", refuse: "refused", cancel: "cancelled" },
  out: { extend: "out", "take-back": "out" },
  returned: {},
  refused: {},
  cancelled: {},
};

export type HoldState = "held" | "out" | "cleaning" | "back" | "freed";

export const UNIT_STATES = ["in_use", "repair", "lost", "retired"] as const;
export type UnitState = (typeof UNIT_STATES)[number];
export const CONDITIONS = ["good", "damaged", "lost"] as const;
export const MODEL_KINDS = [
  ...(["pedometer", "heart_rate", "blood_sugar", "salt"] as const),
  ...(["blood_pressure", "body", "panel", "other"] as const),
] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
export const SIZES = ["under_50", "from_50"] as const;
