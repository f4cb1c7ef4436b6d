import type { KindOfNothing } from "@yui/healthstats";
import { restore } from "#platform/files/csv-writer.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { readDay, readFiscalYear } from "#platform/kernel/written-day.ts";
import {
  type NumberSlip,
  nothingOf,
  PLAIN_NUMBER,
  readWrittenNumber,
  type WrittenNumber,
} from "#platform/kernel/written-number.ts";

export { type NumberSlip, nothingOf };

/** What a cell says. A sign for nothing keeps itself beside its kind: offices mean different things by `-`. */
export type CellValue =
  | Readonly<{ is: "number"; value: number }>
  | Readonly<{ is: "nothing"; kind: KindOfNothing; sign: string }>
  | Readonly<{ is: "year"; year: FiscalYear }>
  | Readonly<{ is: "day"; day: PlainDate }>
  | Readonly<{ is: "text"; text: string }>;

/** What is not seen and no part of a figure: zero-width spaces, marks of order, the end mark of old programs. */
const UNSEEN = /[\u200B-\u200F\u2060\uFEFF]|\p{Cc}/gu;
const SIMPLE = /^[\x21-\x26\x28-\x3c\x3e-\x7e]+$/;

/** A cell as it is read: in normal width, without spaces around it, and without what defused a formula. */
export function plainCell(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || SIMPLE.test(trimmed)) return trimmed;
  // ="0123" is how offices keep the zeros of a number in Excel.
  const held = /^="([^"]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  return restore(held.replace(UNSEEN, "")).normalize("NFKC").trim();
}

/** The number of a cell with what stands beside it: 1,234 and １２３４ and 40.0% and △3 too. */
export const readNumberCell = (text: string): WrittenNumber | NumberSlip =>
  readWrittenNumber(plainCell(text));

/** The number alone; one with the mark of a note is none, since the mark may be a digit of it. */
export function parseNumber(text: string): number | NumberSlip {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const read = readNumberCell(text);
  return typeof read === "string" ? read : read.mark === "" ? read.value : "mark";
}

/** As above: the cell says what the one above it says. */
export const isDitto = (cell: string): boolean => cell !== "" && !isWord(cell) && DITTO.test(cell);
/** Whether a cell begins as most do, with a letter or digit of English: asked of every cell of a column. */
const isWord = (cell: string): boolean => cell.charCodeAt(0) > 0x22 && cell.charCodeAt(0) < 0x7f;
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
