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

/** What is not seen and no part of a figure: zero-width spaces, marks of order, the end mark of old programs. */
const UNSEEN = /[\u200B-\u200F\u2060\uFEFF\u001A]/g;
const SIMPLE = /^[\x21-\x26\x28-\x3c\x3e-\x7e]+$/;

/** A cell as it is read: in normal width, without spaces around it, and without what defused a formula. */
export function plainCell(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || SIMPLE.test(trimmed)) return trimmed;
  // ="0123" is how offices keep the zeros of a number in Excel.
  const held = /^="([^"]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  return restore(held.replace(UNSEEN, "")).normalize("NFKC").trim();
}

/** What tables print where there is no figure, in normal width and small letters. */
const NOTHING: ReadonlyMap<string, KindOfNothing> = new Map(
  (
    [
      [
        "no-data",
        "- – — ― − ‐ ‑ ー ... .. … ‥ *** na n/a #n/a nan null 不明 不詳 該当なし 該当数字なし データなし",
      ],
      ["hidden", "* ** x × χ 秘匿 非公表 非表示"],
      ["not-measurable", "・ ･ ・・・ 測定不能 測定不可"],
      ["not-done", "未実施"],
      ["not-asked", "未調査 調査なし"],
    ] as const
  ).flatMap(([kind, signs]) => signs.split(" ").map((sign) => [sign.normalize("NFKC"), kind] as const)),
);

/** The kind of nothing that a cell says, in normal width; undefined where it says something. */
export const nothingOf = (plain: string): KindOfNothing | undefined =>
  plain === "" ? "blank" : NOTHING.get(plain.toLowerCase());

/** Why a cell holds no number. */
export type NumberSlip = "kanji" | "missing" | "broken" | "exponent" | "day" | "mark" | "no-number";

/** A number, what it counts where the cell says so, and the mark of a note beside it: 1,234人, r1,234, 1,234 1). */
export type ReadNumber = Readonly<{ value: number; unit: string; mark: string }>;

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const UNIT = /(千人|万人|百万円|千円|億円|人|名|件|回|歳|所|事業所|か所|ヶ所|社|世帯|円|%|‰|pt|年)$/;
const KANJI_NUMBER = /^[〇零一二三四五六七八九十百千万億壱弐参.点・割分]+[%人件]?$/;
const EXPONENT = /^-?\d+(\.\d+)?e[+-]?\d+$/i;
/** What Excel makes of 10-14 and 5-9. */
const EXCEL_DAY = /^(\d{1,2}月\d{1,2}日|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{1,2})$/i;
/** r revised, p provisional, numbers of notes with a bracket, stars; before the figure or behind it. */
const MARK_BEFORE = /^(?:[rpe*†#]|\(?(?:注\s*)?\d{1,2}\)\s)\s*(?=[-△▲−‐]?\s*\d)/i;
const MARK_BEHIND =
  /(?<=\d.*)(?:\s*[*†#]+|\s+[rpe]|[rp]|\s+\d{1,2}\)|\s*\((?:注\s*)?\d{1,2}\)|\s*\(注\)|\s*注\d{0,2}\)?)$/i;

/** The number of a cell with what stands beside it: 1,234 and １２３４ and 40.0% and △3 too. */
export function readNumberCell(text: string): ReadNumber | NumberSlip {
  let plain = plainCell(text);
  if (NOTHING.has(plain.toLowerCase())) return "missing";
  if (plain.includes("\uFFFD")) return "broken";
  if (KANJI_NUMBER.test(plain)) return "kanji";
  if (EXPONENT.test(plain)) return "exponent";
  if (EXCEL_DAY.test(plain)) return "day";
  const mark = (MARK_BEFORE.exec(plain) ?? MARK_BEHIND.exec(plain))?.[0] ?? "";
  if (mark !== "") plain = plain.replace(plain.startsWith(mark) ? MARK_BEFORE : MARK_BEHIND, "").trim();
  const unit = UNIT.exec(plain)?.[0] ?? "";
  plain = plain
    .slice(0, plain.length - unit.length)
    .trim()
    .replace(/^[△▲−‐]\s*/, "-")
    .replace(/^\+/, "");
  if (GROUPED.test(plain)) plain = plain.replaceAll(",", "");
  return PLAIN_NUMBER.test(plain) ? { value: Number(plain), unit, mark: mark.trim() } : "no-number";
}

/** The number alone; one with the mark of a note is none, since the mark may be a digit of it. */
export function parseNumber(text: string): number | NumberSlip {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const read = readNumberCell(text);
  return typeof read === "string" ? read : read.mark === "" ? read.value : "mark";
}

/** As above: the cell says what the one above it says. */
export const isDitto = (cell: string): boolean => cell !== "" && DITTO.test(cell);
const DITTO = /^\s*(〃|″|々|同上|"|”|’’|\u3003)\s*$/;

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
