/** A moment as a person reads it, in Japan. */
export const showTime = (at: Date): string =>
  at.toLocaleString("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long", timeStyle: "short" });
