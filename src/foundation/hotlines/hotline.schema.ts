import shipped from "../../../reference/hotlines.json" with { type: "json" };

export type Hotline = (typeof shipped.hotlines)[number];

/** The numbers to give to who is in need, in the order in which they are named. */
export const HOTLINES: readonly Hotline[] = shipped.hotlines;

/** The day on which the list was put together. */
export const HOTLINES_AS_OF = shipped.date;
