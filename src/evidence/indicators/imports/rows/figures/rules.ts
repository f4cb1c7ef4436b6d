import { nothingOf, plainCell, readNumberCell } from "#platform/tables/cells.ts";
import type { Indicator } from "../../../dictionary/schema.ts";
import { MEND } from "../messages.ts";
import type { FigureColumns, RowPlan } from "../plan/rules.ts";
import type { Reading } from "../reading/rules.ts";
import type { StagedFigure } from "../schema.ts";
import { unitAgainst } from "../units/rules.ts";

type Figure = Pick<StagedFigure, "numerator" | "denominator" | "value" | "lower" | "upper">;
type Reject = (at: number, mend: string) => undefined;

const PLAIN = /^-?\d+(\.\d+)?$/;

/** What one row's figure is read with. */
export type FigureAt = Readonly<{
  indicator: Indicator;
  columns: FigureColumns;
  cells: readonly string[];
  line: number;
  plan: RowPlan;
  reading: Reading;
}>;

/**
 * The figure of one row: counts where the row has them, else the printed value. A share that the counts give is
 * never kept beside them, but must agree with them.
 */
export function readFigure(one: FigureAt, reject: Reject): Figure | "empty" | undefined {
  const { indicator, columns } = one;
  const plain = plainCounts(one);
  if (plain) return plain;
  let sound = true;
  const fail = (at: number, mend: string) => {
    sound = false;
    reject(at, mend);
    return null;
  };
  const number = (at: number, counted: boolean) => readCount(one, at, counted, fail);
  const count = (at: number): number | null => {
    const parsed = number(at, true);
    if (parsed === null) return null;
    if (!Number.isInteger(parsed)) return fail(at, MEND.notWhole);
    if (parsed < 0) return fail(at, MEND.below(0));
    return parsed > Number.MAX_SAFE_INTEGER ? fail(at, MEND.tooLarge) : parsed;
  };
  const printed = (at: number): number | null => {
    const parsed = number(at, false);
    if (parsed === null || !one.reading.isShare(indicator)) return parsed;
    return Number((parsed * 100).toPrecision(12));
  };

  const readers = { printed, count, fail };
  const figure =
    indicator.kind === "count"
      ? { ...NOTHING, numerator: either(count(columns.numerator), count(columns.value), columns, fail) }
      : indicator.kind === "value"
        ? { ...NOTHING, value: either(printed(columns.value), printed(columns.numerator), columns, fail) }
        : quotient(one, readers);
  if (!sound) return undefined;
  if (figure.numerator === null && figure.value === null) return "empty";
  const lower = printed(columns.lower);
  const upper = printed(columns.upper);
  checkRange(indicator, columns, { ...figure, lower, upper }, fail);
  if (figure.value !== null) {
    const raw = one.reading.isShare(indicator) ? figure.value / 100 : figure.value;
    one.reading.printed(indicator, raw, one.line, one.plan.header[columns.value] ?? "");
  }
  return sound ? { ...figure, lower, upper } : undefined;
}

const PLAIN_COUNT = /^\d{1,15}$/;

/** The figure of most rows, in which there is nothing to be looked at closely: a share of two counts, in digits. */
function plainCounts({ indicator, columns, cells, plan }: FigureAt): Figure | undefined {
  const { numerator: over, denominator: under } = columns;
  if (over < 0 || under < 0 || columns.value >= 0 || columns.lower >= 0 || columns.upper >= 0)
    return undefined;
  if (plan.column.unit >= 0 || plan.units[over] !== undefined || plan.units[under] !== undefined)
    return undefined;
  if (indicator.kind !== "proportion" && indicator.kind !== "rate") return undefined;
  if (!PLAIN_COUNT.test(cells[over]!) || !PLAIN_COUNT.test(cells[under]!)) return undefined;
  const numerator = Number(cells[over]);
  const denominator = Number(cells[under]);
  if (denominator < 1 || (indicator.kind === "proportion" && numerator > denominator)) return undefined;
  return { numerator, denominator, value: null, lower: null, upper: null };
}

const NOTHING: Figure = { numerator: null, denominator: null, value: null, lower: null, upper: null };

type Readers = {
  printed(at: number): number | null;
  count(at: number): number | null;
  fail(at: number, mend: string): null;
};

/** The number of a cell. What its unit or a mark beside it leave open is asked; a sign for no figure is counted. */
function readCount(
  { indicator, cells, line, plan, reading }: FigureAt,
  at: number,
  counted: boolean,
  fail: Readers["fail"],
): number | null {
  if (at < 0) return null;
  const text = cells[at]!;
  const headed = plan.units[at];
  const unitAt = plan.column.unit;
  if (headed === undefined && unitAt < 0 && PLAIN.test(text)) return Number(text);
  if (text === "" || text.trim() === "") return null;
  const parsed = plan.signs.has(plainCell(text)) ? "missing" : readNumberCell(text);
  if (parsed === "missing") {
    const sign = plainCell(text);
    if (nothingOf(sign) !== "blank") reading.aside.add(`sign:${sign}`);
    return null;
  }
  if (typeof parsed === "string")
    return fail(at, parsed === "no-number" && counted ? MEND.wholeNumber : MEND.number[parsed]);
  const note = (key: string) => reading.open.note(key, line, plan.header[at] ?? "", text);
  if (parsed.mark !== "") {
    note("mark");
    if (reading.answers.mark === "mend") return fail(at, MEND.number.mark);
  }
  let { value } = parsed;
  const beside = unitAt >= 0 ? plainCell(cells[unitAt]!) : "";
  const words = [parsed.unit, headed ?? "", beside].filter((word) => word !== "");
  const against = words.map((word) => unitAgainst(word, indicator, counted || indicator.kind === "count"));
  const other = against.indexOf("other");
  if (other >= 0) return fail(at, MEND.unit(words[other]!, indicator.name_ja));
  const times = Math.max(1, ...against.filter((one) => typeof one === "number"));
  if (times > 1) {
    note("unit");
    if (reading.answers.unit === "mend")
      return fail(at, MEND.unit(words[against.indexOf(times)]!, indicator.name_ja));
    value = Math.round(value * times);
  }
  return value;
}

function either(
  one: number | null,
  other: number | null,
  columns: FigureColumns,
  fail: Readers["fail"],
): number | null {
  if (one !== null && other !== null && one !== other) return fail(columns.value, MEND.countsDiffer);
  return one ?? other;
}

function quotient(one: FigureAt, { printed, count, fail }: Readers): Figure {
  const { indicator, columns } = one;
  const numerator = count(columns.numerator);
  // What was expected is computed and need not be whole (SMR); what was counted is.
  const denominator = indicator.kind === "ratio" ? null : count(columns.denominator);
  const value = printed(columns.value);
  if (denominator !== null && denominator < 1) fail(columns.denominator, MEND.denominatorZero);
  if (numerator !== null && denominator !== null) {
    if (indicator.kind === "proportion" && numerator > denominator)
      contradicts(one, columns.numerator, MEND.numeratorOver, fail);
    else if (denominator > 0) checkRate(one, numerator, denominator, fail);
    return { ...NOTHING, numerator, denominator };
  }
  if (numerator !== null && value === null) {
    fail(columns.denominator >= 0 ? columns.denominator : columns.numerator, MEND.noDenominator);
  }
  return { ...NOTHING, denominator, value };
}

/** A printed rate agrees with its counts within what it was rounded or cut to, as a percentage or as a share. */
function checkRate(one: FigureAt, numerator: number, denominator: number, fail: Readers["fail"]): void {
  const { indicator, columns, cells } = one;
  if (columns.value < 0) return;
  const read = readNumberCell(cells[columns.value]!);
  if (typeof read === "string") return;
  const decimals = /\.(\d+)/.exec(plainCell(cells[columns.value]!))?.[1]?.length ?? 0;
  const slack = 10 ** -decimals + 1e-9;
  const share = numerator / denominator;
  const agrees = (computed: number) => Math.abs(computed - read.value) <= slack;
  if (agrees(share * indicator.multiplier) || (decimals >= 2 && agrees(share))) return;
  const computed = (share * indicator.multiplier).toFixed(Math.max(decimals, 1));
  contradicts(one, columns.value, MEND.rateDiffers(String(read.value), computed), fail);
}

function contradicts({ reading }: FigureAt, at: number, mend: string, fail: Readers["fail"]): void {
  reading.contradicts = true;
  fail(at, mend);
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
