import { addDays, addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";

type Line = Readonly<{ name: string; workers: number }>;

/** Pasted lines of name and number; `wrong` is the first that can't be read. */
export function readLines(typed: string): Readonly<{ rows: readonly Line[]; wrong?: string }> {
  const rows: Line[] = [];
  for (const line of typed.split("\n").map((one) => one.normalize("NFKC").trim())) {
    if (line === "") continue;
    const [, name, workers] = /^(.+?)[,、\t ]+(\d{1,6})人?$/.exec(line) ?? [];
    if (!name || Number(workers) < 1) return { rows, wrong: line };
    rows.push({ name: name.trim(), workers: Number(workers) });
  }
  return { rows };
}

export const readNames = (typed: string): string[] =>
  typed
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);

/** A joint sheet is of three workplaces and more, none of which holds more than four fifths of the answers. */
export const LEAST_WORKPLACES = 3;
export const LARGEST_SHARE = 0.8;

/** 安衛則 52条の13・52条の18: results and the record of an interview are kept for five years. */
export const KEPT_YEARS = 5;

/** The law says 遅滞なく, which the guideline reads as about a month for each step; measures are looked at after three. */
export const dueAfter = (step: "ask" | "interview" | "measure" | "review", from: PlainDate): PlainDate =>
  step === "review" ? addMonths(from, 3) : addDays(from, 30);

type Dates = Readonly<
  Record<"interviewOn" | "opinionOn" | "measureOn" | "reviewOn" | "reviewedOn", PlainDate | null> & {
    askedOn: PlainDate;
  }
>;

/** The next step after a request, and the day by which it is due; undefined once all is done. */
export function dueOf(
  one: Dates,
): Readonly<{ step: "interview" | "measure" | "review"; on: PlainDate }> | undefined {
  if (one.opinionOn === null) return { step: "interview", on: dueAfter("interview", one.askedOn) };
  if (one.measureOn === null) return { step: "measure", on: dueAfter("measure", one.opinionOn) };
  return one.reviewOn === null || one.reviewedOn !== null ? undefined : { step: "review", on: one.reviewOn };
}

/** Whether all records of a run have had their five years; the last of them may be of an interview after its end. */
export const isPast = (closedOn: PlainDate | null, lastOn: PlainDate | null, today: PlainDate): boolean =>
  closedOn !== null && addMonths(lastOn && lastOn > closedOn ? lastOn : closedOn, 12 * KEPT_YEARS) < today;
