import { kindLabel } from "#foundation/areas/public.ts";
import type { CsvRecord } from "#platform/files/csv-reader.ts";
import { plainCell } from "#platform/tables/cells.ts";
import { plainName } from "#platform/tables/columns.ts";
import type { Problem } from "#platform/tables/import.ts";
import { keep } from "#platform/tables/text.ts";
import type { Indicator, Source } from "../../dictionary/schema.ts";
import { type AgeBand, type Sex, sexCode } from "../../observations/schema.ts";
import { isEarlyYear, parseDay, parseSex, parseYear, readAgeBand, yearsDiffer } from "./cells/rules.ts";
import { readFigure } from "./figures/rules.ts";
import { MEND } from "./messages.ts";
import type { PlanPart, RowPlan } from "./plan/rules.ts";
import type { Reading } from "./reading/rules.ts";
import type { NamedArea, NamedPlace, PlaceOf, ReadRow, StagedFigure } from "./schema.ts";
import { readTime, type Time } from "./time.rules.ts";

const WORDS_KEPT = 5_000;

/** Words come again and again in a file, most often on the next row: each is read once. */
class Words<T> {
  readonly #parse: (text: string) => T;
  readonly #known = new Map<string, T>();
  #lastText: string | undefined;
  #last!: T;

  constructor(parse: (text: string) => T) {
    this.#parse = parse;
  }

  read(text: string): T {
    if (text === this.#lastText) return this.#last;
    let value = this.#known.get(text);
    if (value === undefined && !this.#known.has(text)) {
      value = this.#parse(text);
      if (this.#known.size >= WORDS_KEPT) this.#known.clear();
      this.#known.set(keep(text), value);
    }
    this.#lastText = text;
    this.#last = value as T;
    return value as T;
  }
}

/** What the words of a file mean, by the plan of its rows. */
export const wordsOf = (plan: RowPlan) => ({
  year: new Words(
    (text) => parseYear(text) ?? (isEarlyYear(text) ? "early" : yearsDiffer(text) ? "differ" : undefined),
  ),
  day: new Words((text) => parseDay(text)),
  sex: new Words((text) => parseSex(text)),
  age: new Words((text) => readAgeBand(text)),
  indicator: new Words((text) => plan.indicators.get(plainName(plainCell(text)))),
  source: new Words((text) => plan.sources.get(plainName(plainCell(text)))),
});
type WordsOfFile = ReturnType<typeof wordsOf>;

/** What rows of one file are read with. */
export type RowReading = Readonly<{ plan: RowPlan; place: PlaceOf; words: WordsOfFile; reading: Reading }>;

/** What a row says, or every problem that it has, or why it is left aside. A row without any content says nothing. */
export function readRow(file: RowReading, record: CsvRecord): ReadRow {
  const { plan, words, reading } = file;
  const { line } = record;
  const { column, parts } = plan;
  const misshapen = shapeProblem(plan, record);
  if (misshapen) return { problems: [misshapen] };
  if (record.cells.every((cell) => cell === "" || cell.trim() === "")) return { figures: [] };
  if (repeatsHeader(plan, record.cells)) return { apart: "header" };
  const cells = reading.filled(record.cells);

  const problems: Problem[] = [];
  const reject = (at: number, mend: string) => {
    const name = plan.header[at] ?? "";
    // Every part of a row meets the same cell.
    if (parts.length === 1 || !problems.some((one) => one.column === name && one.mend === mend))
      problems.push({ column: name, value: cells[at] ?? "", mend });
    return undefined;
  };
  const own =
    plan.areaColumns.length > 0 ? file.place(plan.areaColumns.map((at) => cells[at] ?? "")) : undefined;
  if (own && "apart" in own) return own;
  const places = parts.map((part) => placeOf(own ?? part.area, column.area, reject));
  if (column.indicator >= 0 && reading.leavesIndicator(cells[column.indicator]!))
    return { apart: "other-indicator" };
  const times = parts.map((part) => readTime(file, part, cells, line, reject));
  if (times.includes("early")) return { apart: "early-year" };
  const sex = column.sex < 0 ? "all" : (words.sex.read(cells[column.sex]!) ?? reject(column.sex, MEND.sex));
  const age = readAge(plan, cells, words, reject);
  if (sex === "unknown" || age === "unknown") return { apart: "unknown-part" };
  if (reading.isLeft()) return { apart: "undecided" };
  const source = readSource(plan, cells, words, reject);

  const row = { cells, line, sex, age, source };
  const figures: StagedFigure[] = [];
  let empty = 0;
  for (const [at, part] of parts.entries())
    if (!readPart(file, row, part, places[at], times[at] as Time | undefined, figures, reject)) empty += 1;
  // Where nothing else is wrong, a row without a figure is no fault.
  if (problems.length === 0 && empty === parts.length) return { apart: "no-figure" };
  reading.told(line);
  if (problems.length > 0) return { problems };
  leaveParts(file, empty);
  return { figures };
}

/** Counts the parts of a row that are no fault of it. */
function leaveParts({ plan: { left }, reading: { aside } }: RowReading, empty: number): void {
  if (empty > 0) aside.add("part-empty", empty);
  for (const kind of ["part-elsewhere", "part-year"] as const)
    if (left[kind] > 0) aside.add(kind, left[kind]);
}

type RowSaid = Readonly<{
  cells: readonly string[];
  line: number;
  sex: Sex | undefined;
  age: AgeBand | undefined;
  source: Source | undefined;
}>;

/** Adds the figures of one part of a row; false where it has none at all. */
function readPart(
  { plan, words, reading }: RowReading,
  { cells, line, sex, age, source }: RowSaid,
  { figures: columnsOfPart }: PlanPart,
  area: NamedArea | undefined,
  time: Time | undefined,
  into: StagedFigure[],
  reject: Reject,
): boolean {
  const { column } = plan;
  let empty = 0;
  for (const columns of columnsOfPart) {
    const named = columns.indicator
      ? { indicator: columns.indicator }
      : readIndicator(plan, cells, words, reject, (text) => reading.unknownIndicator(text, line));
    if (!named) continue;
    reading.contradicts = false;
    const figure = readFigure({ indicator: named.indicator, columns, cells, line, plan, reading }, reject);
    if (reading.contradicts && area && time)
      reading.contradicted.push({ areaId: area.id, indicatorNo: named.indicator.no, fiscalYear: time.year });
    if (figure === "empty") empty += 1;
    if (figure === "empty" || figure === undefined || !area || !time || sex === undefined) continue;
    if (!fitsGeography(named.indicator, area)) {
      reject(column.area, MEND.geography(named.indicator.name_ja, kindsOf(named.indicator)));
      continue;
    }
    into.push({
      line,
      areaId: area.id,
      indicatorNo: named.indicator.no,
      fiscalYear: time.year,
      sex: sexCode(columns.sex ?? ("sex" in named && named.sex ? named.sex : sex)),
      ageBand: columns.ageBand ?? ("ageBand" in named ? named.ageBand : undefined) ?? age ?? 127,
      sourceNo: (source ?? plan.chosen.source ?? plan.sources.get(plainName(named.indicator.default_source))!)
        .no,
      asOf: time.day,
      numerator: figure.numerator,
      denominator: figure.denominator,
      value: figure.value,
      lower: figure.lower,
      upper: figure.upper,
    });
  }
  const tells = empty < columnsOfPart.length;
  if (area && time && tells) checkExistence(plan, area, time.year, reject);
  return tells;
}

const kindsOf = ({ geographies }: Indicator) => geographies.map((kind) => kindLabel(kind)).join("・");

const repeatsHeader = ({ header }: RowPlan, cells: readonly string[]): boolean =>
  cells[0] === header[0] &&
  header.length > 1 &&
  header.every((name, at) => plainCell(cells[at] ?? "") === name);

export type Reject = (at: number, mend: string) => undefined;

/** So many line ends in one cell are those of rows that an open quote has swallowed. */
const MOST_LINES_IN_CELL = 20;

function shapeProblem(plan: RowPlan, { cells, line, flaw }: CsvRecord): Problem | undefined {
  const expected = plan.header.length;
  const swallowing = flaw ? cells.length - 1 : swallowedAt(cells);
  if (swallowing >= 0)
    return {
      column: plan.header[swallowing] ?? "",
      value: cells[swallowing]!.slice(0, 100),
      mend: MEND.openQuote(line),
    };
  if (cells.length === expected) return undefined;
  const extra = cells.slice(expected);
  if (cells.length > expected && extra.every((cell) => cell.trim() === "")) return undefined;
  return { column: "", value: extra.join(",").slice(0, 100), mend: MEND.columns(expected, cells.length) };
}

function swallowedAt(cells: readonly string[]): number {
  for (let at = 0; at < cells.length; at++)
    if (cells[at]!.length > MOST_LINES_IN_CELL && hasManyLines(cells[at]!)) return at;
  return -1;
}
const hasManyLines = (cell: string): boolean =>
  cell.includes("\n") && cell.split("\n", MOST_LINES_IN_CELL + 1).length > MOST_LINES_IN_CELL;

function placeOf(place: NamedPlace | undefined, at: number, reject: Reject): NamedArea | undefined {
  if (place && "id" in place) return place.reached ? place : reject(at, MEND.outOfReach);
  return reject(at, place && "mend" in place ? place.mend : place ? MEND.outOfReach : MEND.noArea);
}

/** Wards and merged municipalities have no figures of years in which they were not. */
function checkExistence(plan: RowPlan, { from, to }: NamedArea, year: number, reject: Reject): void {
  if (year > to) reject(plan.column.area, MEND.areaEnded(to));
  else if (year < from) reject(plan.column.area, MEND.areaBegan(from));
}

function readAge(plan: RowPlan, cells: readonly string[], words: WordsOfFile, reject: Reject) {
  const at = plan.column.age_band;
  if (at < 0) return undefined;
  const read = words.age.read(cells[at]!);
  if (read === "excel-day") return reject(at, MEND.excelAge);
  return read ?? reject(at, MEND.ageBand);
}

function readIndicator(
  plan: RowPlan,
  cells: readonly string[],
  words: WordsOfFile,
  reject: Reject,
  unknown: (text: string) => void,
) {
  const at = plan.column.indicator;
  if (at < 0) return plan.chosen.indicator && { indicator: plan.chosen.indicator };
  const text = cells[at]!;
  if (text.trim() === "" && plan.chosen.indicator) return { indicator: plan.chosen.indicator };
  const named = words.indicator.read(text);
  if (!named && text.trim() !== "") unknown(text);
  return named ?? reject(at, text.trim() === "" ? MEND.noIndicator : MEND.unknownIndicator);
}

function readSource(plan: RowPlan, cells: readonly string[], words: WordsOfFile, reject: Reject) {
  const at = plan.column.source;
  if (at < 0 || cells[at]!.trim() === "") return undefined;
  return words.source.read(cells[at]!) ?? reject(at, MEND.unknownSource);
}

const fitsGeography = (indicator: Indicator, area: NamedArea): boolean =>
  indicator.geographies.includes(area.kind === "ward" ? "municipality" : area.kind);
