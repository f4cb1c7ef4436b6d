import { plainDateIn, showDateJa } from "./plain-date.ts";

const TIME = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant as staff read it: 2026年11月22日（日） 10:05, in Asia/Tokyo. */
export const showInstantJa = (instant: Date): string =>
  `${showDateJa(plainDateIn(instant, "Asia/Tokyo"))} ${TIME.format(instant)}`;
