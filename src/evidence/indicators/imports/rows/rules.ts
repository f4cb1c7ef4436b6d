import { kindLabel } from "#foundation/areas/public.ts";
import type { CsvRecord } from "#platform/files/csv-reader.ts";
import { plainCell } from "#platform/tables/cells.ts";
import { plainName } from "#platform/tables/columns.ts";
import type { Problem } from "#platform/tables/import.ts";
import { keep } from "#platform/tables/text.ts";
import type { Indicator } from "../../dictionary/schema.ts";
import { sexCode } from "../../observations/schema.ts";
import { parseAgeBand, parseDay, parseSex, parseYear } from "./cells/rules.ts";
import { readFigure } from "./figures/rules.ts";
import { MEND } from "./messages.ts";
import type { RowPlan } from "./plan/rules.ts";
import type { AreasByText, NamedArea, ReadRow, StagedFigure } from "./schema.ts";

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
  year: new Words((text) => parseYear(text)),
  day: new Words((text) => parseDay(text)),
  sex: new Words((text) => parseSex(text)),
  age: new Words((text) => parseAgeBand(text)),
  indicator: new Words((text) => plan.indicators.get(plainName(plainCell(text)))),
  source: new Words((text) => plan.sources.get(plainName(plainCell(text)))),
});
type WordsOfFile = ReturnType<typeof wordsOf>;

/** What a row says, or every problem that it has. A row without any content says nothing. */
export function readRow(plan: RowPlan, record: CsvRecord, areas: AreasByText, words: WordsOfFile): ReadRow {
  const { cells, line } = record;
  const { column } = plan;
  const misshapen = shapeProblem(plan, record);
  if (misshapen) return { problems: [misshapen] };
  if (cells.every((cell) => cell === "" || cell.trim() === "")) return { figures: [] };

  const problems: Problem[] = [];
  const reject = (at: number, mend: string) => {
    problems.push({ column: plan.header[at] ?? "", value: cells[at] ?? "", mend });
    return undefined;
  };
  const area = readArea(plan, cells, areas, reject);
  const time = readTime(plan, cells, words, reject);
  const sex = column.sex < 0 ? "all" : (words.sex.read(cells[column.sex]!) ?? reject(column.sex, MEND.sex));
  const age =
    column.age_band < 0
      ? undefined
      : (words.age.read(cells[column.age_band]!) ?? reject(column.age_band, MEND.ageBand));
  const source = readSource(plan, cells, words, reject);

  const figures: StagedFigure[] = [];
  let empty = 0;
  for (const columns of plan.figures) {
    const named = columns.indicator
      ? { indicator: columns.indicator }
      : readIndicator(plan, cells, words, reject);
    if (!named) continue;
    const figure = readFigure(named.indicator, columns, cells, reject);
    if (figure === "empty") empty += 1;
    if (figure === "empty" || figure === undefined || !area || !time || sex === undefined) continue;
    if (!fitsGeography(named.indicator, area)) {
      reject(
        column.area,
        MEND.geography(
          named.indicator.name_ja,
          named.indicator.geographies.map((kind) => kindLabel(kind)).join("・"),
        ),
      );
      continue;
    }
    figures.push({
      line,
      areaId: area.id,
      indicatorNo: named.indicator.no,
      fiscalYear: time.year,
      sex: sexCode(columns.sex ?? ("sex" in named && named.sex ? named.sex : sex)),
      ageBand: columns.ageBand ?? ("ageBand" in named ? named.ageBand : undefined) ?? age ?? 127,
      sourceNo: (source ?? plan.chosen.source ?? plan.sources.get(plainName(named.indicator.default_source))!)
        .no,
      asOf: time.day,
      ...figure,
    });
  }
  if (empty === plan.figures.length) reject(firstFigureColumn(plan), MEND.noFigure);
  return problems.length > 0 ? { problems } : { figures };
}

type Reject = (at: number, mend: string) => undefined;

function shapeProblem(plan: RowPlan, { cells, flaw }: CsvRecord): Problem | undefined {
  const expected = plan.header.length;
  if (flaw)
    return {
      column: plan.header[cells.length - 1] ?? "",
      value: cells.at(-1)!.slice(0, 100),
      mend: MEND.openQuote,
    };
  if (cells.length === expected) return undefined;
  const extra = cells.slice(expected);
  if (cells.length > expected && extra.every((cell) => cell.trim() === "")) return undefined;
  return { column: "", value: extra.join(",").slice(0, 100), mend: MEND.columns(expected, cells.length) };
}

function readArea(
  plan: RowPlan,
  cells: readonly string[],
  areas: AreasByText,
  reject: Reject,
): NamedArea | undefined {
  const at = plan.column.area;
  const area = at < 0 ? plan.chosen.area : areas.get(cells[at]!);
  if (area?.reached) return area;
  if (area) return reject(at, MEND.outOfReach);
  const text = cells[at] ?? "";
  return reject(
    at,
    text.trim() === "" ? MEND.noArea : text.includes("\uFFFD") ? MEND.brokenText : MEND.unknownArea,
  );
}

type Time = { year: number; day: string | null };

function readTime(
  plan: RowPlan,
  cells: readonly string[],
  words: WordsOfFile,
  reject: Reject,
): Time | undefined {
  const { fiscal_year, era_year, as_of } = plan.column;
  const yearAt = fiscal_year >= 0 ? fiscal_year : era_year;
  const dayText = as_of >= 0 ? cells[as_of]!.trim() : "";
  const day = dayText === "" ? undefined : words.day.read(dayText);
  if (dayText !== "" && day === undefined) return reject(as_of, MEND.badDay);
  if (day === "no-such-day") return reject(as_of, MEND.noSuchDay);

  const yearText = yearAt >= 0 ? cells[yearAt]!.trim() : "";
  let year: number | undefined = day?.year ?? plan.chosen.fiscalYear;
  if (yearText !== "") {
    year = words.year.read(yearText);
    if (year === undefined) return reject(yearAt, MEND.badYear);
    if (day?.day && day.year !== year) return reject(as_of, MEND.dayOutsideYear(year));
  }
  if (year === undefined) return reject(yearAt >= 0 ? yearAt : as_of, MEND.noYear);
  if (year < plan.years.first || year > plan.years.last)
    return reject(yearText !== "" ? yearAt : as_of, MEND.yearOutOfRange(plan.years.first, plan.years.last));
  if (fiscal_year >= 0 && era_year >= 0 && cells[era_year]!.trim() !== "") {
    if (words.year.read(cells[era_year]!.trim()) !== year) return reject(era_year, MEND.eraDiffers(year));
  }
  return { year, day: day?.day ?? null };
}

function readIndicator(plan: RowPlan, cells: readonly string[], words: WordsOfFile, reject: Reject) {
  const at = plan.column.indicator;
  if (at < 0) return plan.chosen.indicator && { indicator: plan.chosen.indicator };
  const text = cells[at]!;
  if (text.trim() === "" && plan.chosen.indicator) return { indicator: plan.chosen.indicator };
  const named = words.indicator.read(text);
  return named ?? reject(at, text.trim() === "" ? MEND.noIndicator : MEND.unknownIndicator);
}

function readSource(plan: RowPlan, cells: readonly string[], words: WordsOfFile, reject: Reject) {
  const at = plan.column.source;
  if (at < 0 || cells[at]!.trim() === "") return undefined;
  return words.source.read(cells[at]!) ?? reject(at, MEND.unknownSource);
}

const fitsGeography = (indicator: Indicator, area: NamedArea): boolean =>
  indicator.geographies.includes(area.kind === "ward" ? "municipality" : area.kind);

function firstFigureColumn(plan: RowPlan): number {
  const [first] = plan.figures;
  return first ? (first.value >= 0 ? first.value : first.numerator) : -1;
}
