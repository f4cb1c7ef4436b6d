import {
  CHECKUP_ITEMS,
  type CheckupItem,
  isBound,
  judgementOf,
  readCheckupValue,
} from "#sensitive/checkups/public.ts";
import type { Checkup, CheckupEntryValue } from "../model/entry.schema.ts";

/** The items of a result sheet in its order: what is measured or looked at, not the questionnaire. */
export const SHEET_ITEMS: readonly CheckupItem[] = CHECKUP_ITEMS.filter(
  ({ key, kind }) => kind !== "answer" && kind !== "judgement" && !/_[12]$/.test(key),
);
export const itemOf = (key: string): CheckupItem | undefined => SHEET_ITEMS.find((item) => item.key === key);

/** What is wrong with a value as it was typed, as a sentence beside its field. */
export function mendOf(item: CheckupItem, raw: string): string | undefined {
  if (raw === "") return undefined;
  const read = readCheckupValue(item, raw);
  if (!read) return `${item.label}は、結果票に書かれたとおりに入力してください（例：120、<5、未実施）。`;
  const [least, most] = item.possible ?? [];
  if (least === undefined || most === undefined || Number.isNaN(read.number)) return undefined;
  return read.number < least || read.number > most
    ? `${item.label}は${least}〜${most}${item.unit}の範囲で入力してください。桁や欄の取り違えがないかご確認ください。`
    : undefined;
}

/** A range as a sheet prints it: both bounds, or one. Units and spaces are passed over. */
export function readRange(text: string): Readonly<{ low?: number; high?: number }> | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/[≦≤]/g, "<=").replace(/[≧≥]/g, ">=");
  const both = /^(\d+(?:\.\d+)?)(?:-|~|〜|–|ー)(\d+(?:\.\d+)?)/.exec(plain);
  if (both) return { low: Number(both[1]), high: Number(both[2]) };
  const high = /^<=?(\d+(?:\.\d+)?)/.exec(plain) ?? /^(\d+(?:\.\d+)?)\D*(?:以下|未満)/.exec(plain);
  if (high) return { high: Number(high[1]) };
  const low = /^>=?(\d+(?:\.\d+)?)/.exec(plain) ?? /^(\d+(?:\.\d+)?)\D*(?:以上|超)/.exec(plain);
  return low ? { low: Number(low[1]) } : undefined;
}

/** The newest first; of one day in the order of their ids, so that it never depends on how they were entered. */
export const newestFirst = (checkups: readonly Checkup[]): Checkup[] =>
  checkups.toSorted((a, b) => (a.day === b.day ? b.id.localeCompare(a.id) : b.day.localeCompare(a.day)));

/** A number that may be drawn; a bound, a sign and a kind of nothing may not. */
export function figureOf(item: CheckupItem, value: CheckupEntryValue | undefined): number | undefined {
  const read = item.kind === "number" && value ? readCheckupValue(item, value.raw) : undefined;
  return read && !isBound(read.mark) && !Number.isNaN(read.number) ? read.number : undefined;
}

/**
 * What changed since the checkup before, as a difference of two numbers of the same item (which stands for analyte, unit
 * and fasting state). Undefined where the two can't be compared.
 */
export function changeOf(
  item: CheckupItem,
  now: CheckupEntryValue | undefined,
  before: CheckupEntryValue | undefined,
): number | undefined {
  const [a, b] = [figureOf(item, now), figureOf(item, before)];
  return a === undefined || b === undefined ? undefined : Math.round((a - b) * 1000) / 1000;
}

/** What a letter means in the set of its sheet. Without a set nobody can tell: the letter stands as it was printed. */
export const meaningOf = (set: string, letter: string) =>
  letter === "" || set === "" ? undefined : judgementOf(letter, set);

/** Stretches of years in which the same set of letters was used: a line breaks where it changes. */
export function stretchesOf(oldestFirst: readonly Checkup[]): Checkup[][] {
  const stretches: Checkup[][] = [];
  for (const one of oldestFirst) {
    const last = stretches.at(-1);
    if (last && last[0]!.set === one.set) last.push(one);
    else stretches.push([one]);
  }
  return stretches;
}
