import { MEND } from "./messages.ts";
import type { PlanPart } from "./plan/rules.ts";
import type { Reject, RowReading } from "./rules.ts";

/** Long series begin with the first surveys; years before those are slips. */
const FIRST_CENSUSES = 1870;

export type Time = { year: number; day: string | null };

/** The year and day of one part of a row, or that it is one of the years before our time that are left aside. */
export function readTime(
  { plan, words, reading }: RowReading,
  part: PlanPart,
  cells: readonly string[],
  line: number,
  reject: Reject,
): Time | "early" | undefined {
  const early = (at: number) => {
    if (reading.answers.early === "leave") return "early";
    reading.open.note("early", line, plan.header[at] ?? "", cells[at] ?? "");
    return reject(at, MEND.yearOutOfRange(plan.years.first, plan.years.last));
  };
  const { fiscal_year, era_year, as_of } = plan.column;
  const yearAt = fiscal_year >= 0 ? fiscal_year : era_year;
  const dayText = as_of >= 0 ? cells[as_of]!.trim() : "";
  const day = dayText === "" ? undefined : words.day.read(dayText);
  if (dayText !== "" && day === undefined) return reject(as_of, MEND.badDay);
  if (day === "no-such-day") return reject(as_of, MEND.noSuchDay);
  if (day && "serial" in day) return reject(as_of, MEND.serialDay(day.serial));

  const yearText = yearAt >= 0 ? cells[yearAt]!.trim() : "";
  let year: number | undefined = day?.year ?? part.fiscalYear;
  if (yearText !== "") {
    const read = words.year.read(yearText);
    if (read === "early") return early(yearAt);
    if (read === "differ") return reject(yearAt, MEND.yearsDiffer);
    if (read === undefined) return reject(yearAt, MEND.badYear);
    year = read;
    if (day?.day && day.year !== year) return reject(as_of, MEND.dayOutsideYear(year));
  }
  if (year === undefined) return reject(yearAt >= 0 ? yearAt : as_of, MEND.noYear);
  if (year < plan.years.first && year >= FIRST_CENSUSES) return early(yearText !== "" ? yearAt : as_of);
  if (year < plan.years.first || year > plan.years.last)
    return reject(yearText !== "" ? yearAt : as_of, MEND.yearOutOfRange(plan.years.first, plan.years.last));
  if (fiscal_year >= 0 && era_year >= 0 && cells[era_year]!.trim() !== "") {
    if (words.year.read(cells[era_year]!.trim()) !== year) return reject(era_year, MEND.eraDiffers(year));
  }
  return { year, day: day?.day ?? null };
}
