import { readWrittenNumber } from "./written-number.ts";

/** What was typed, in normal width and without space around it; what is no text stays as it is. */
export const plainTyped = (typed: unknown): unknown =>
  typeof typed === "string" ? typed.normalize("NFKC").trim() : typed;

/** What people write behind a count by themselves: a field knows what it counts. */
const COUNTED = /^(人|名|件|回|所|か所|ヶ所|事業所|社|世帯)$/;

/**
 * A number as offices type it, read as in their tables: full-width digits, commas between thousands, 30人. Nothing typed
 * is undefined, never 0, and so is a sign that tables print for no figure (`-`, `…`); what is no number is NaN. `units`
 * may stand behind it: 3,000円.
 */
export function readNumber(typed: unknown, units: readonly string[] = []): unknown {
  if (typeof typed !== "string") return typed;
  const text = String(plainTyped(typed));
  if (text === "") return undefined;
  const unit = units.map((one) => one.normalize("NFKC")).find((one) => one !== "" && text.endsWith(one));
  const read = readWrittenNumber(unit ? text.slice(0, -unit.length).trim() : text);
  if (read === "missing") return undefined;
  if (typeof read === "string" || read.mark !== "") return Number.NaN;
  // 30人 where there is no unit or people are counted; 30人 years is a slip.
  const fits =
    read.unit === "" ||
    (!unit && units.every((one) => one === "" || COUNTED.test(one)) && COUNTED.test(read.unit));
  return fits ? read.value : Number.NaN;
}
