import type { KindOfNothing } from "@yui/healthstats";
import { restore } from "#platform/files/csv-writer.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { readDay, readFiscalYear } from "#platform/kernel/written-day.ts";

/** What a cell says. A sign for nothing keeps itself beside its kind: offices mean different things by `-`. */
export type CellValue =
  | Readonly<{ is: "number"; value: number }>
  | Readonly<{ is: "nothing"; kind: KindOfNothing; sign: string }>
  | Readonly<{ is: "year"; year: FiscalYear }>
  | Readonly<{ is: "day"; day: PlainDate }>
  | Readonly<{ is: "text"; text: string }>;

/** A cell as it is read: in normal width, without spaces around it, and without what defused a formula. */
export function plainCell(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || /^[\x21-\x26\x28-\x7e]+$/.test(trimmed)) return trimmed;
  return restore(trimmed).normalize("NFKC").trim();
}

/** What tables print where there is no figure, in normal width and small letters. */
const NOTHING: ReadonlyMap<string, KindOfNothing> = new Map(
  (
    [
      ["no-data", "- – — ― − ‐ ‑ ー ... .. … ‥ *** na n/a #n/a nan null 不明 不詳 該当なし"],
      ["hidden", "* ** x × χ 秘匿 非公表"],
      ["not-measurable", "・ ･ ・・・ 測定不能 測定不可"],
      ["not-done", "未実施"],
      ["not-asked", "未調査 調査なし"],
    ] as const
  ).flatMap(([kind, signs]) => signs.split(" ").map((sign) => [sign.normalize("NFKC"), kind] as const)),
);

/** The kind of nothing that a cell says, in normal width; undefined where it says something. */
export const nothingOf = (plain: string): KindOfNothing | undefined =>
  plain === "" ? "blank" : NOTHING.get(plain.toLowerCase());

export type NumberSlip = "kanji" | "missing" | "broken" | "no-number";

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const UNIT = /(人|名|件|回|歳|所|事業所|か所|ヶ所|社|%|pt|年)$/;
const KANJI_NUMBER = /^[〇零一二三四五六七八九十百千万億壱弐参.点・割分]+[%人件]?$/;

/** The number of a cell: 1,234 and １２３４ and 40.0% and △3 too. */
export function parseNumber(text: string): number | NumberSlip {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  let plain = plainCell(text);
  if (NOTHING.has(plain.toLowerCase())) return "missing";
  if (plain.includes("\uFFFD")) return "broken";
  if (KANJI_NUMBER.test(plain)) return "kanji";
  plain = plain
    .replace(UNIT, "")
    .trim()
    .replace(/^[△▲−‐]\s*/, "-")
    .replace(/^\+/, "");
  if (GROUPED.test(plain)) plain = plain.replaceAll(",", "");
  return PLAIN_NUMBER.test(plain) ? Number(plain) : "no-number";
}

/** What a cell says, whatever it holds. A bare 2007 is a number; a year is what says so: 2007年度, R5, 令和5. */
export function readCell(text: string): CellValue {
  const plain = plainCell(text);
  const kind = nothingOf(plain);
  if (kind) return { is: "nothing", kind, sign: plain };
  const year = /\d$/.test(plain) && PLAIN_NUMBER.test(plain) ? undefined : readFiscalYear(plain);
  if (year !== undefined) return { is: "year", year };
  const value = parseNumber(plain);
  if (typeof value === "number") return { is: "number", value };
  const day = readDay(plain);
  return day !== undefined && day !== "no-such-day" ? { is: "day", day } : { is: "text", text: plain };
}

/** A figure as a field of a form holds it: digits, nothing where the cell says nothing, else what stands there. */
export function figureText(text: string): string {
  const cell = readCell(text);
  return cell.is === "number" ? String(cell.value) : cell.is === "nothing" ? "" : plainCell(text);
}
