import { INITIATIVE_STATUSES } from "./initiative-kinds.schema.ts";

/** What of the plan a page may be narrowed down to: initiatives of one status, and those to which something is to be done. */
export const PLAN_STATES = [...INITIATIVE_STATUSES, "late", "no-target", "unevaluated"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const planState = (text: string | null): PlanState | undefined =>
  PLAN_STATES.find((state) => state === text);
