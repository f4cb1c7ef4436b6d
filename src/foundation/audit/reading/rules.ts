import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** The instant at which a day begins in Tokyo, which knows no summer time. */
export const startOfDay = (day: PlainDate): Date => new Date(`${day}T00:00:00+09:00`);
