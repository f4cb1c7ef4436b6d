import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Language } from "./offer.messages.ts";
import type { Slot } from "./offer.rules.ts";

const EN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export const showDay = (day: PlainDate, language: Language = "ja"): string =>
  language === "ja" ? showDateJa(day) : EN.format(new Date(`${day}T00:00:00Z`));

/** A time as it is read: 2026年12月2日（水） 10:00–11:00 */
export const showSlot = (slot: Slot, language: Language = "ja"): string =>
  `${showDay(slot.day, language)} ${slot.from}–${slot.to}`;
