import type { KindOfNothing } from "@yui/healthstats";
import { nothingOf } from "#platform/kernel/written-number.ts";
import { plainCell } from "#platform/tables/cells.ts";
import type { CheckupItem } from "../data/checkup-item.schema.ts";
import { JUDGEMENT_SETS, type JudgementLetter } from "../data/judgement-letters.schema.ts";

/**
 * What a cell of a result says. One sign each, as records keep it: `=` a number, `<` `{` `>` `}` a bound (below, at most, above,
 * at least), `s` a sign of urine from 0 (−) to 4, `a` an answer, `f` a finding (1) or none (0), `j` a judgement by its
 * severity, and the kinds of nothing, which never become a number.
 */
export const NOTHING_MARKS = {
  b: "blank",
  n: "not-done",
  m: "not-measurable",
  q: "not-asked",
  d: "no-data",
  h: "hidden",
} as const satisfies Readonly<Record<string, KindOfNothing>>;
export type CheckupMark = "=" | "<" | "{" | ">" | "}" | "s" | "a" | "f" | "j" | keyof typeof NOTHING_MARKS;
/** `number` is NaN where there is none. */
export type CheckupValue = Readonly<{ mark: CheckupMark; number: number }>;

const MARK_OF = new Map(
  Object.entries(NOTHING_MARKS).map(([mark, kind]) => [kind as KindOfNothing, mark as CheckupMark]),
);
const nothing = (kind: KindOfNothing): CheckupValue => ({
  mark: MARK_OF.get(kind) ?? "d",
  number: Number.NaN,
});
const BLANK = nothing("blank");

const SIMPLE = /^\d+(\.\d+)?$/;
const BOUND = /^(<=|>=|<|>|≦|≧|≤|≥)\s*(\d+(?:\.\d+)?)$/;
const WORD_BOUND = /^(\d+(?:\.\d+)?)\s*(未満|以下|以上|超)$/;
const COMPARATORS: Readonly<Record<string, CheckupMark>> = {
  ...{ "<": "<", "<=": "{", "≦": "{", "≤": "{", ">": ">", ">=": "}", "≧": "}", "≥": "}" },
  ...{ 未満: "<", 以下: "{", 以上: "}", 超: ">" },
};
const NOT_DONE =
  /^(未実施|実施せず|未検査?|未測定|検査なし|未受診|なし（未実施）|生理(中|のため)?|排尿障害|拒否|省略)$/;
const NOT_MEASURABLE =
  /^(測定不能|測定不可|検査不能|検査不可|判定不能|判定不可|溶血|乳び|検体不良|検体量不足)$/;

/** What the cell says of that item; undefined where nobody can tell. */
export function readCheckupValue(item: Pick<CheckupItem, "kind">, raw: string): CheckupValue | undefined {
  if (raw === "") return BLANK;
  if (item.kind === "number" && SIMPLE.test(raw)) return { mark: "=", number: Number(raw) };
  const plain = plainCell(raw);
  if (plain === "") return BLANK;
  if (NOT_DONE.test(plain)) return nothing("not-done");
  if (NOT_MEASURABLE.test(plain)) return nothing("not-measurable");
  switch (item.kind) {
    case "number":
      return readNumber(plain);
    case "sign":
      return readSign(plain);
    case "answer":
      return readAnswer(plain);
    case "finding":
      return readFinding(plain);
    case "judgement":
      return readJudgement(plain);
  }
}

function readNumber(plain: string): CheckupValue | undefined {
  if (SIMPLE.test(plain)) return { mark: "=", number: Number(plain) };
  const bound = BOUND.exec(plain);
  if (bound) return { mark: COMPARATORS[bound[1]!]!, number: Number(bound[2]) };
  const worded = WORD_BOUND.exec(plain);
  if (worded) return { mark: COMPARATORS[worded[2]!]!, number: Number(worded[1]) };
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : undefined;
  if (grouped) return { mark: "=", number: Number(grouped) };
  const kind = nothingOf(plain);
  return kind === undefined ? undefined : nothing(kind);
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ...["-", "−", "ー", "‐", "(-)", "陰性"].map((sign) => [sign, 0] as const),
  ...["±", "+-", "(±)", "+/-", "擬陽性"].map((sign) => [sign, 1] as const),
  ...["+", "1+", "+1", "(+)", "陽性"].map((sign) => [sign, 2] as const),
  ...["++", "2+", "+2", "(2+)", "(++)"].map((sign) => [sign, 3] as const),
  ...["+++", "3+", "+3", "(3+)", "(+++)", "++++", "4+", "+4", "(4+)"].map((sign) => [sign, 4] as const),
]);

/** Codes of the national list: 1 −, 2 ±, 3 +, 4 ++, 5 +++. */
const CODED_SIGN = /^[1-5]$/;

function readSign(plain: string): CheckupValue | undefined {
  const sign = SIGNS.get(plain.replace(/\s/g, ""));
  if (sign !== undefined) return { mark: "s", number: sign };
  if (CODED_SIGN.test(plain)) return { mark: "s", number: Number(plain) - 1 };
  const kind = nothingOf(plain);
  return kind === undefined ? undefined : nothing(kind);
}

function readAnswer(plain: string): CheckupValue | undefined {
  if (/^\d$/.test(plain)) return { mark: "a", number: Number(plain) };
  const said = /^(\d)\s*[:.：．・、)）]/.exec(plain);
  if (said) return { mark: "a", number: Number(said[1]) };
  if (/^(はい|有|あり)$/.test(plain)) return { mark: "a", number: 1 };
  if (/^(いいえ|無|なし)$/.test(plain)) return { mark: "a", number: 2 };
  const kind = nothingOf(plain);
  return kind === undefined ? undefined : nothing(kind);
}

function readFinding(plain: string): CheckupValue | undefined {
  if (/^(1|所見(あり|有)|有所見|特記事項あり|あり|有)$/.test(plain)) return { mark: "f", number: 1 };
  if (/^(2|0|所見(なし|無)|特記事項なし|異常なし|異常を認めず|なし|無|正常)$/.test(plain))
    return { mark: "f", number: 0 };
  const kind = nothingOf(plain);
  // What is written out is a finding.
  return kind === undefined ? { mark: "f", number: 1 } : nothing(kind);
}

/** `B (放置可)` holds letter and meaning: the meaning decides, since a letter alone means something else elsewhere. */
function readJudgement(plain: string): CheckupValue | undefined {
  const kind = nothingOf(plain);
  if (kind !== undefined) return nothing(kind);
  const found = judgementOf(plain);
  return { mark: "j", number: found ? found.severity : Number.NaN };
}

/** What a judgement means: by its meaning where that is written out and all sets agree, by its letter in a set that is named. */
export function judgementOf(text: string, set?: string): JudgementLetter | undefined {
  const [, letter = "", inside = ""] = /^([A-E]\d?)?\s*(?:[(（]?\s*([^()（）]*?)\s*[)）]?)$/.exec(text) ?? [];
  const sets = JUDGEMENT_SETS.filter(({ key }) => set === undefined || key === set);
  const meant = sets.flatMap(({ letters }) => letters).filter(({ meaning }) => meaning === inside);
  if (inside !== "" && meant.length > 0)
    return meant.every(({ severity }) => severity === meant[0]!.severity) ? meant[0] : undefined;
  return set === undefined
    ? undefined
    : sets[0]?.letters.find((one) => one.letter !== "" && one.letter === letter);
}

/** The least and the most that a value may be: what is only known as a bound is never a number. */
export function rangeOf({ mark, number }: CheckupValue): readonly [number, number] | undefined {
  if (Number.isNaN(number)) return undefined;
  switch (mark) {
    case "<":
      return [TINY, Math.max(TINY, number - TINY)];
    case "{":
      return [TINY, number];
    case ">":
      return [number + TINY, HUGE];
    case "}":
      return [number, HUGE];
    default:
      return [number, number];
  }
}
const TINY = 1e-6;
const HUGE = 1e6;

export const isBound = (mark: string): boolean =>
  mark === "<" || mark === "{" || mark === ">" || mark === "}";
