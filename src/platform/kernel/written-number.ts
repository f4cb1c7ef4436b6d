import type { KindOfNothing } from "@yui/healthstats";

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
export type WrittenNumber = Readonly<{ value: number; unit: string; mark: string }>;

export const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const UNIT = /(千人|万人|百万円|千円|億円|人|名|件|回|歳|所|事業所|か所|ヶ所|社|世帯|円|%|‰|pt|年)$/;
const KANJI_NUMBER = /^[〇零一二三四五六七八九十百千万億壱弐参.点・割分]+[%人件]?$/;
const EXPONENT = /^-?\d+(\.\d+)?e[+-]?\d+$/i;
/** What Excel makes of 10-14 and 5-9. */
const EXCEL_DAY = /^(\d{1,2}月\d{1,2}日|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{1,2})$/i;
const LONGEST_NUMBER = 60;
/** r revised, p provisional, numbers of notes with a bracket, stars; before the figure or behind it. */
const MARK_BEFORE = /^(?:[rpe*†#]|\(?(?:注\s*)?\d{1,2}\)\s)\s*(?=[-△▲−‐]?\s*\d)/i;
const MARK_BEHIND =
  /(?<=\d.*)(?:\s*[*†#]+|\s+[rpe]|[rp]|\s+\d{1,2}\)|\s*\((?:注\s*)?\d{1,2}\)|\s*\(注\)|\s*注\d{0,2}\)?)$/i;

/** The number that offices write, in normal width, with what stands beside it: 1,234 and 40.0% and △3 too. */
export function readWrittenNumber(written: string): WrittenNumber | NumberSlip {
  // No number is as long, and a cell that swallowed a file would be looked through again and again.
  if (written.length > LONGEST_NUMBER) return "no-number";
  if (PLAIN_NUMBER.test(written)) return { value: Number(written), unit: "", mark: "" };
  let plain = written;
  if (NOTHING.has(plain.toLowerCase())) return "missing";
  if (plain.includes("\uFFFD")) return "broken";
  if (KANJI_NUMBER.test(plain)) return "kanji";
  if (!/\d/.test(plain)) return "no-number";
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
