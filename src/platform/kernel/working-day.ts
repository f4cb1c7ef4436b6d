import holiday from "@holiday-jp/holiday_jp";
import { addDays, type PlainDate } from "./plain-date.ts";

export const isHoliday = (day: PlainDate): boolean => day in holiday.holidays;

/** Neither a weekend nor a public holiday, nor one of the days around new year on which offices are closed. */
export function isWorkingDay(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const ofYear = day.slice(5);
  return weekday !== 0 && weekday !== 6 && !isHoliday(day) && !(ofYear >= "12-29" || ofYear <= "01-03");
}

/** So many working days after that day. */
export function addWorkingDays(day: PlainDate, days: number): PlainDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left--;
  }
  return at;
}
