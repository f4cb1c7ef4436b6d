import { parseNumber } from "#platform/tables/cells.ts";
import type { Indicator } from "../../../dictionary/schema.ts";
import { MEND } from "../messages.ts";
import type { FigureColumns } from "../plan/rules.ts";
import type { StagedFigure } from "../schema.ts";

type Figure = Pick<StagedFigure, "numerator" | "denominator" | "value" | "lower" | "upper">;
type Reject = (at: number, mend: string) => undefined;

/**
 * The figure of one row: counts where the row has them, else the printed value. A share that the counts give is
 * never kept beside them, so that a misprint in the source can't outlive its counts.
 */
export function readFigure(
  indicator: Indicator,
  columns: FigureColumns,
  cells: readonly string[],
  reject: Reject,
): Figure | "empty" | undefined {
  let sound = true;
  const fail = (at: number, mend: string) => {
    sound = false;
    reject(at, mend);
    return null;
  };
  const number = (at: number): number | null => {
    if (at < 0) return null;
    const text = cells[at]!;
    if (text === "" || text.trim() === "") return null;
    const parsed = parseNumber(text);
    return typeof parsed === "number" ? parsed : fail(at, MEND.number[parsed]);
  };
  const count = (at: number): number | null => {
    const parsed = number(at);
    if (parsed === null) return null;
    if (!Number.isInteger(parsed)) return fail(at, MEND.notWhole);
    if (parsed < 0) return fail(at, MEND.below(0));
    return parsed > Number.MAX_SAFE_INTEGER ? fail(at, MEND.tooLarge) : parsed;
  };

  const figure =
    indicator.kind === "count"
      ? { ...NOTHING, numerator: count(columns.numerator) ?? count(columns.value) }
      : indicator.kind === "value"
        ? { ...NOTHING, value: number(columns.value) ?? number(columns.numerator) }
        : quotient(indicator, columns, { number, count, fail });
  if (!sound) return undefined;
  if (figure.numerator === null && figure.value === null) return "empty";
  const lower = number(columns.lower);
  const upper = number(columns.upper);
  checkRange(indicator, columns, { ...figure, lower, upper }, fail);
  return sound ? { ...figure, lower, upper } : undefined;
}

const NOTHING: Figure = { numerator: null, denominator: null, value: null, lower: null, upper: null };

type Readers = {
  number(at: number): number | null;
  count(at: number): number | null;
  fail(at: number, mend: string): null;
};

function quotient(indicator: Indicator, columns: FigureColumns, { number, count, fail }: Readers): Figure {
  const numerator = count(columns.numerator);
  // What was expected is computed and need not be whole (SMR); what was counted is.
  const denominator = indicator.kind === "ratio" ? null : count(columns.denominator);
  const value = number(columns.value);
  if (denominator !== null && denominator < 1) fail(columns.denominator, MEND.denominatorZero);
  if (numerator !== null && denominator !== null) {
    if (indicator.kind === "proportion" && numerator > denominator)
      fail(columns.numerator, MEND.numeratorOver);
    return { ...NOTHING, numerator, denominator };
  }
  if (numerator !== null && value === null) {
    fail(columns.denominator >= 0 ? columns.denominator : columns.numerator, MEND.noDenominator);
  }
  return { ...NOTHING, denominator, value };
}

function checkRange(
  indicator: Indicator,
  columns: FigureColumns,
  figure: Figure,
  fail: Readers["fail"],
): void {
  const { least, most } = indicator;
  const printed = figure.value ?? (indicator.kind === "count" ? figure.numerator : null);
  const at = figure.value === null && columns.numerator >= 0 ? columns.numerator : columns.value;
  if (printed !== null && least !== null && printed < least) fail(at, MEND.below(least));
  if (printed !== null && most !== null && printed > most) fail(at, MEND.above(most));
  const order = [figure.lower, figure.value, figure.upper].filter((part) => part !== null);
  if (order.some((part, index) => index > 0 && part < order[index - 1]!)) {
    fail(columns.lower >= 0 ? columns.lower : columns.upper, MEND.intervalOrder);
  }
}
