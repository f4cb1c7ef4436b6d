import { plainName } from "#platform/tables/columns.ts";
import type { Dictionary } from "../../../dictionary/schema.ts";
import { ALL_AGES, showAgeBandJa } from "../../../observations/schema.ts";
import { parseAgeBand, parseSex, parseYear } from "../../rows/cells/rules.ts";
import { unitOfHeader } from "../../rows/units/rules.ts";
import type { ColumnMeaning } from "../../schema.ts";
import type { NamedIndicator } from "../names/rules.ts";

/** What a name says of all figures under it. */
export type Words = Omit<ColumnMeaning, "role">;
/** A name read word by word: what it says, whether it says 総数, and what of it nobody knows. */
export type ReadName = Readonly<{ words: Words; total: boolean; rest: readonly string[] }>;

export type Names = Readonly<{
  indicators: ReadonlyMap<string, NamedIndicator>;
  /** The ids of areas by the words that name them in a header. */
  areas?: ReadonlyMap<string, string> | undefined;
}>;

const TOTAL = /^(総数|総計|計|合計|全体|total|all)$/i;
const BOTH = /^(男女計|男女総数)$/;
const ALL_AGE = /^(全年齢|年齢計)$/;
/** What is printed beside a name and changes nothing of it; 千人 only in brackets, where cells are read by it. */
const NOISE =
  /^(単位.*|人|名|件|回|歳|%|‰|円|所|か所|箇所|施設|世帯|人口(10万|千|百万)対|.*=100|\d{1,2}\)?|注\s*\d*\)?|※\d*|\*\d*|再掲|うち|内訳|性別|男女別|年齢別|年齢|年齢階級|性|数|\d{4}年\d{1,2}月\d{1,2}日現在)$/;
const AGE = /[歳才代]|以上|以下|未満|\d\s*[-~〜–—]\s*\d|\d[-~〜]$|\d\+$/;

/** The words of a header's name, or of what a person wrote of a column: 人口 男 40-49歳 2020年度. */
export function readWords(name: string, { indicators, areas }: Names): ReadName {
  const text = name
    .normalize("NFKC")
    .replace(/\s*([~〜–—])\s*/g, "$1")
    .replace(/(\d)\s+(歳|才|代|年|月)/g, "$1$2")
    .replace(/(^|\s)[A-Z]\d{3,}_/g, "$1")
    .trim();
  const whole = named(text.split(/\s+/), indicators);
  const tokens = whole.rest.flatMap((part) =>
    part.split(/[\s_/／・、,()[\]【】〔〕（）:：]+/).filter((token) => token !== ""),
  );
  const unit = unitOfHeader(name);
  let words: Words = whole.words;
  let total = false;
  const rest: string[] = [];
  for (const token of tokens) {
    if (TOTAL.test(token)) total = true;
    else if (token !== unit && !NOISE.test(token)) {
      const read = readToken(token, { indicators, areas });
      if (!read || Object.keys(read.words).some((key) => key in words)) rest.push(token);
      else {
        words = { ...words, ...read.words };
        total ||= read.total;
      }
    }
  }
  if (words.indicator === undefined && rest.length > 1) {
    const found = indicators.get(plainName(rest.join("")));
    if (found) return { words: { ...wordsOf(found), ...words }, total, rest: [] };
  }
  return { words, total, rest };
}

/** The longest run of parts that names an indicator, brackets in its name included; and what is left of them. */
function named(parts: readonly string[], indicators: Names["indicators"]): { words: Words; rest: string[] } {
  for (let length = parts.length; length > 0; length--)
    for (let from = 0; from + length <= parts.length; from++) {
      const found = indicators.get(plainName(parts.slice(from, from + length).join(" ")));
      if (found)
        return { words: wordsOf(found), rest: [...parts.slice(0, from), ...parts.slice(from + length)] };
    }
  return { words: {}, rest: [...parts] };
}

const wordsOf = ({ indicator, sex, ageBand }: NamedIndicator): Words => ({
  indicator: indicator.code,
  ...(sex && { sex }),
  ...(ageBand !== undefined && { ageBand }),
});

function readToken(token: string, names: Names): Pick<ReadName, "words" | "total"> | undefined {
  const found = names.indicators.get(plainName(token));
  if (found) return { words: wordsOf(found), total: false };
  if (BOTH.test(token)) return { words: { sex: "all" }, total: false };
  if (ALL_AGE.test(token)) return { words: { ageBand: ALL_AGES }, total: false };
  const sex = token.length > 1 || /[男女]/.test(token) ? parseSex(token) : undefined;
  // Those of unknown sex are no figure that anybody keeps: the column stays unread.
  if (sex === "unknown") return undefined;
  if (sex && !/^\d/.test(token)) return { words: { sex }, total: false };
  const year = yearOf(token);
  if (year !== undefined) return { words: { fiscalYear: year }, total: false };
  const band = AGE.test(token) ? parseAgeBand(token) : undefined;
  if (band !== undefined) return { words: { ageBand: band }, total: false };
  const area = names.areas?.get(token);
  if (area !== undefined) return { words: { area }, total: false };
  // 男性人口, 人口総数: written together.
  const [, before, after] =
    /^(総数|男性?|女性?|男子|女子)(.{2,})$/.exec(token) ??
    /^(.{2,}?)(総数|男性?|女性?|計)$/.exec(token) ??
    [];
  if (before === undefined || after === undefined) return undefined;
  const parts = [before, after];
  const word = parts.find((part) => parseSex(part));
  const other = names.indicators.get(plainName(parts.find((part) => part !== word) ?? ""));
  if (!other || word === undefined) return undefined;
  const said = parseSex(word)!;
  if (said === "unknown") return undefined;
  return { words: { ...wordsOf(other), ...(said !== "all" && { sex: said }) }, total: said === "all" };
}

const yearOf = (token: string): number | undefined =>
  /^\d+$/.test(token)
    ? token >= "1870" && token <= "2200" && token.length === 4
      ? Number(token)
      : undefined
    : /年|^[a-z]/i.test(token) && !/月|日/.test(token)
      ? parseYear(token)
      : undefined;

/** What a column says, as a person reads it and could write it. */
export function showWords(
  { indicator, sex, ageBand, fiscalYear, area }: Words,
  { indicators }: Pick<Dictionary, "indicators">,
  areaName: (id: string) => string = (id) => id,
): string {
  return [
    indicator && (indicators.find(({ code }) => code === indicator)?.name_ja ?? indicator),
    sex && SEX_WORDS[sex],
    ageBand !== undefined && (ageBand === ALL_AGES ? "全年齢" : showAgeBandJa(ageBand as typeof ALL_AGES)),
    fiscalYear !== undefined && `${fiscalYear}年度`,
    area && areaName(area),
  ]
    .filter(Boolean)
    .join(" ");
}

const SEX_WORDS = { all: "男女計", male: "男", female: "女" } as const;
