import type { Unit } from "../model/event-kinds.schema.ts";

export type TallyUnit = Extract<Unit, "visits" | "consultations" | "mental" | "leaflets">;

/** Buttons at a door, and what one press of each counts; a consultation about mental health is one of all. */
export const TALLY_BUTTONS = {
  visits: { visits: 1 },
  mental: { consultations: 1, mental: 1 },
  consultations: { consultations: 1 },
  leaflets: { leaflets: 1 },
  leaflets_ten: { leaflets: 10 },
} as const satisfies Record<string, Partial<Record<TallyUnit, number>>>;
export type TallyButton = keyof typeof TALLY_BUTTONS;
export const TALLY_BUTTON_KEYS = Object.keys(TALLY_BUTTONS) as [TallyButton, ...TallyButton[]];
