import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { readFiscalYear } from "#platform/kernel/written-day.ts";

/** 1875, 1,875, 74.1, −3; nothing that a keyboard's slip could mean. */
const WRITTEN = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/**
 * A number as offices type it: full-width digits and commas between thousands are read. Nothing typed is undefined,
 * never 0; what is no number is NaN.
 */
export function readNumber(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  const plain = typed.normalize("NFKC").replace("−", "-").trim();
  if (plain === "") return undefined;
  return WRITTEN.test(plain) ? Number(plain.replaceAll(",", "")) : Number.NaN;
}

/** A year as offices type it, in an era too; else as a number, which says what is wrong with it. */
export const readYear = (typed: unknown): unknown =>
  (typeof typed === "string" ? readFiscalYear(typed.normalize("NFKC").trim()) : undefined) ??
  readNumber(typed);

const FAR = 5;

export type Range = Readonly<{ least: number; most: number }>;

/** 60〜74.1, or the one figure that is known. */
export const showRange = ({ least, most }: Range, show: (figure: number) => string): string =>
  least === most ? show(least) : `${show(least)}〜${show(most)}`;

/**
 * The range that a figure leaves by far: more than five times the largest or less than a fifth of the smallest of the
 * past ones, a slip of the decimal point above all. Undefined where it does not, or where fewer than `fewest` are
 * known. Asked about, never refused.
 */
export function rangeLeftFar(now: number, past: readonly number[], fewest: number): Range | undefined {
  const before = past.filter((value) => value > 0);
  if (before.length < fewest) return undefined;
  const [least, most] = [Math.min(...before), Math.max(...before)];
  return now > most * FAR || now < least / FAR ? { least, most } : undefined;
}

/** What is possible but odd is asked about: refused until the form is sent once more with `confirmed`. */
export function unlessConfirmed(
  confirmed: boolean,
  question: string | readonly string[] | undefined,
  title = "このままでよいか、確かめてください。",
): Result<undefined> {
  const questions = [question ?? []].flat();
  return confirmed || questions.length === 0 ? ok(undefined) : invalid({ confirmed: questions }, title);
}
