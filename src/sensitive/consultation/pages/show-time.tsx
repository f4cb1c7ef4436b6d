import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";

/** A moment as a person reads it, in Japan. */
export const showTime = (at: Date, language: "ja" | "en" = "ja"): string =>
  at.toLocaleString(language === "en" ? "en-GB" : "ja-JP", {
    ...{ timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" },
  });

export const showDay = (day: PlainDate, language: "ja" | "en"): string =>
  language === "en" ? day : showDateJa(day);
