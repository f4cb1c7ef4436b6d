import { plainName } from "#platform/tables/columns.ts";
import type { Dictionary, Indicator, Source } from "../../../dictionary/schema.ts";
import type { AgeBand, Sex } from "../../../observations/schema.ts";
import { indicatorsByName, type NamedIndicator } from "../../columns/names/rules.ts";
import { isFigure } from "../../columns/rules.ts";
import type { Choices, ColumnMeaning, Mapping } from "../../schema.ts";
import type { NamedArea } from "../schema.ts";

type FigureRole = "value" | "numerator" | "denominator" | "lower" | "upper";

/** The columns that together make one figure; -1 where a file has none. */
export type FigureColumns = Readonly<Record<FigureRole, number>> &
  Readonly<{ indicator: Indicator | undefined; sex: Sex | undefined; ageBand: AgeBand | undefined }>;

/** How to read the rows of one file, worked out once: which column is where, and which word means what. */
export type RowPlan = Readonly<{
  header: readonly string[];
  column: Readonly<Record<Exclude<ColumnMeaning["role"], FigureRole | "ignore">, number>>;
  figures: readonly FigureColumns[];
  indicators: ReadonlyMap<string, NamedIndicator>;
  sources: ReadonlyMap<string, Source>;
  chosen: Readonly<{
    area: NamedArea | undefined;
    indicator: Indicator | undefined;
    source: Source | undefined;
    fiscalYear: number | undefined;
  }>;
  years: Readonly<{ first: number; last: number }>;
}>;

const EARLIEST_YEAR = 1950;

export function planRows(
  header: readonly string[],
  mapping: Mapping,
  choices: Choices,
  chosenArea: NamedArea | undefined,
  dictionary: Dictionary,
  currentYear: number,
): RowPlan {
  const at = (role: ColumnMeaning["role"]) => mapping.findIndex((column) => column.role === role);
  const byCode = new Map(dictionary.indicators.map((indicator) => [indicator.code, indicator]));
  const sources = new Map<string, Source>();
  for (const source of dictionary.sources) {
    for (const name of [source.code, source.name_ja, source.name_en, ...source.synonyms])
      sources.set(plainName(name), source);
  }
  return {
    header,
    column: {
      fiscal_year: at("fiscal_year"),
      era_year: at("era_year"),
      as_of: at("as_of"),
      area: at("area"),
      sex: at("sex"),
      age_band: at("age_band"),
      indicator: at("indicator"),
      source: at("source"),
    },
    figures: figuresOf(mapping, byCode),
    indicators: indicatorsByName(dictionary.indicators),
    sources,
    chosen: {
      area: chosenArea,
      indicator: choices.indicator ? byCode.get(choices.indicator) : undefined,
      source: choices.source ? dictionary.sources.find(({ code }) => code === choices.source) : undefined,
      fiscalYear: choices.fiscalYear,
    },
    // Plans and projections reach a little beyond today.
    years: { first: EARLIEST_YEAR, last: currentYear + 1 },
  };
}

function figuresOf(mapping: Mapping, byCode: ReadonlyMap<string, Indicator>): FigureColumns[] {
  const groups = new Map<string, { -readonly [K in keyof FigureColumns]: FigureColumns[K] }>();
  mapping.forEach((column, position) => {
    if (!isFigure(column)) return;
    const key = `${column.indicator ?? ""} ${column.sex ?? ""} ${column.ageBand ?? ""}`;
    const group = groups.get(key) ?? {
      value: -1,
      numerator: -1,
      denominator: -1,
      lower: -1,
      upper: -1,
      indicator: column.indicator ? byCode.get(column.indicator) : undefined,
      sex: column.sex,
      ageBand: column.ageBand as AgeBand | undefined,
    };
    group[column.role as FigureRole] = position;
    groups.set(key, group);
  });
  const general = groups.get("  ");
  const alone = groups.size > 1 && mapping.every(({ role }) => role !== "indicator");
  // Beside columns that name their indicator, one that names none says nothing.
  return [...groups.values()].filter((group) => !(alone && group === general));
}
