/** Why nobody could help: what the area lacks. */
export const UNMET_REASONS = ["no_offer", "full", "suspended", "no_answer", "not_eligible", "other"] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];
