import { SHEET_ITEMS } from "../checkups/checkup.rules.ts";
import type { CheckupContent, CheckupEntryValue } from "../model/entry.schema.ts";

/** A value as a coded file brings it: `code` is one of the national list of 17 characters, or begins as one. */
export type CodedValue = Readonly<{ code: string; raw: string; letter: string; range: string }>;

/** The blood pressure that stands for a checkup: of another way, else the second, else the first measurement. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  sbp: ["9A755", "9A752", "9A751"],
  dbp: ["9A765", "9A762", "9A761"],
};
const SIGNS: Readonly<Record<string, string>> = { 1: "−", 2: "±", 3: "＋", 4: "＋＋", 5: "＋＋＋" };
const FINDINGS: Readonly<Record<string, string>> = { 1: "所見あり", 2: "所見なし" };
const AFTER_MEAL = "1299";

/** The item for which a code stands: by its analyte, and by whether it was taken after a meal. */
function itemOfCode(code: string) {
  const [analyte, at] = [code.slice(0, 5), code.slice(5, 9)];
  const own = (wanted: string) => SHEET_ITEMS.find(({ codes }) => codes.includes(wanted));
  return (at === AFTER_MEAL ? own(`${analyte}:${AFTER_MEAL}`) : undefined) ?? own(analyte);
}

/** The values of a coded file by item. Of several for one item the first stands; a text of findings never hides its sign. */
export function valuesOfCodes(coded: readonly CodedValue[]): Record<string, CheckupEntryValue> {
  const values: Record<string, CheckupEntryValue> = {};
  for (const { code, ...value } of coded) {
    const item = itemOfCode(code);
    if (!item || values[item.key] || INSTEAD[item.key]) continue;
    const words = item.kind === "sign" ? SIGNS : item.kind === "finding" ? FINDINGS : undefined;
    values[item.key] = { ...value, raw: words?.[value.raw] ?? value.raw };
  }
  for (const [key, codes] of Object.entries(INSTEAD)) {
    const found = codes.flatMap((wanted) => coded.filter(({ code }) => code.startsWith(wanted)))[0];
    if (found) values[key] = { raw: found.raw, letter: found.letter, range: found.range };
  }
  return values;
}

export const fastingOf = (coded: readonly CodedValue[]): CheckupContent["fasting"] => {
  const blood = coded.filter(({ code }) => /^(3F015|3D010)/.test(code));
  if (blood.length === 0) return "unknown";
  return blood.some(({ code }) => code.slice(5, 9) === AFTER_MEAL) ? "casual" : "fasting";
};

/** By the code of its programme: 特定健診, 広域連合の健診, 事業者健診; anything else one has had oneself. */
export const kindOfProgramme = (code: string): CheckupContent["kind"] =>
  (({ "010": "specific", "020": "old-age", "030": "employer" }) as const)[code] ?? "own";

export const dayOf = (text: string): string => {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
  return day ? `${year}-${month}-${day}` : "";
};

export const rangeText = (low: string, high: string): string =>
  low && high ? `${low}-${high}` : low ? `${low}以上` : high ? `${high}以下` : "";
