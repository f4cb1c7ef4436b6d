import { plainName } from "#platform/tables/columns.ts";
import type { Dictionary, Indicator, Source } from "../../../dictionary/schema.ts";
import type { AgeBand, Sex } from "../../../observations/schema.ts";
import { indicatorsByName, keptFor, type NamedIndicator } from "../../columns/names/rules.ts";
import { isFigure, partsOf } from "../../columns/rules.ts";
import type { Choices, ColumnMeaning, Mapping } from "../../schema.ts";
import type { NamedPlace, PlaceOf } from "../schema.ts";
import { unitOfHeader } from "../units/rules.ts";

type FigureRole = "value" | "numerator" | "denominator" | "lower" | "upper";

/** The columns that together make one figure; -1 where a file has none. */
export type FigureColumns = Readonly<Record<FigureRole, number>> &
  Readonly<{ indicator: Indicator | undefined; sex: Sex | undefined; ageBand: AgeBand | undefined }>;

/** Figures of one year and area, where columns name those: a row of a wide file is as many rows as it has parts. */
export type PlanPart = Readonly<{
  figures: readonly FigureColumns[];
  area: NamedPlace | undefined;
  fiscalYear: number | undefined;
}>;

/** How to read the rows of one file, worked out once: which column is where, and which word means what. */
export type RowPlan = Readonly<{
  header: readonly string[];
  column: Readonly<Record<Exclude<ColumnMeaning["role"], FigureRole | "ignore">, number>>;
  /** The columns that together name the area: prefecture and municipality, code and name. */
  areaColumns: readonly number[];
  /** The columns in which an empty cell or a sign may stand for what is above. */
  carried: readonly Readonly<{ at: number; role: CarriedRole }>[];
  /** The units that the names of columns say. */
  units: readonly (string | undefined)[];
  parts: readonly PlanPart[];
  /** How many parts are left aside in each row: of areas out of reach, or of years before our time. */
  left: Readonly<{ "part-elsewhere": number; "part-year": number }>;
  /** What stands for no figure by the words of the file itself. */
  signs: ReadonlySet<string>;
  indicators: ReadonlyMap<string, NamedIndicator>;
  sources: ReadonlyMap<string, Source>;
  chosen: Readonly<{
    indicator: Indicator | undefined;
    source: Source | undefined;
  }>;
  years: Readonly<{ first: number; last: number }>;
}>;

const CARRIED = [
  "area",
  "area_part",
  "fiscal_year",
  "era_year",
  "as_of",
  "sex",
  "age_band",
  "indicator",
  "source",
] as const;
export type CarriedRole = (typeof CARRIED)[number];

const EARLIEST_YEAR = 1950;

/** What a file was understood to be. */
export type FileToPlan = Readonly<{
  header: readonly string[];
  mapping: Mapping;
  choices: Choices;
  legend?: readonly (readonly [string, string])[] | undefined;
}>;

export function planRows(
  { header, mapping, choices, legend = [] }: FileToPlan,
  place: PlaceOf,
  dictionary: Dictionary,
  currentYear: number,
): RowPlan {
  const at = (role: ColumnMeaning["role"]) => mapping.findIndex((column) => column.role === role);
  const byCode = new Map(dictionary.indicators.map((indicator) => [indicator.code, indicator]));
  // Plans and projections reach a little beyond today.
  const years = { first: EARLIEST_YEAR, last: currentYear + 1 };
  const areaColumns = [
    at("area"),
    ...mapping.flatMap(({ role }, index) => (role === "area_part" ? [index] : [])),
  ].filter((index) => index >= 0);
  const parts = partsOf(mapping).map((part): PlanPart => {
    const area = part.area ?? (areaColumns.length > 0 ? undefined : choices.area);
    return {
      figures: figuresOf(part.mapping, byCode),
      area: area === undefined ? undefined : place([area]),
      fiscalYear: part.fiscalYear ?? choices.fiscalYear,
    };
  });
  const elsewhere = ({ area }: PlanPart) => area !== undefined && "apart" in area;
  const outside = ({ fiscalYear: year }: PlanPart) =>
    year !== undefined && (year < years.first || year > years.last);
  const within = parts.filter((part) => !elsewhere(part) && !outside(part));
  const some = within.length > 0;
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
      unit: at("unit"),
      area_part: at("area_part"),
    },
    areaColumns,
    carried: mapping.flatMap(({ role }, index) => {
      const carried = CARRIED.find((one) => one === role);
      return carried ? [{ at: index, role: carried }] : [];
    }),
    units: header.map(unitOfHeader),
    parts: some ? within : parts,
    left: {
      "part-elsewhere": some ? parts.filter(elsewhere).length : 0,
      "part-year": some ? parts.filter((part) => !elsewhere(part) && outside(part)).length : 0,
    },
    signs: new Set(legend.map(([sign]) => sign)),
    indicators: indicatorsByName(dictionary.indicators),
    sources: sourcesByName(dictionary.sources),
    chosen: {
      indicator: choices.indicator ? byCode.get(choices.indicator) : undefined,
      source: choices.source ? dictionary.sources.find(({ code }) => code === choices.source) : undefined,
    },
    years,
  };
}

const sourcesByName = keptFor((sources: readonly Source[]): ReadonlyMap<string, Source> => {
  const names = new Map<string, Source>();
  for (const source of sources) {
    for (const name of [source.code, source.name_ja, source.name_en, ...source.synonyms])
      names.set(plainName(name), source);
  }
  return names;
});

const isQuotient = (indicator: Indicator | undefined): boolean =>
  indicator?.kind === "proportion" || indicator?.kind === "rate";

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
  const own = [...groups.values()].filter((group) => group !== general);
  // 分子, 分母 and 喫煙率: counts that name no indicator are those of the one rate beside them.
  if (general && own.length === 1 && general.value < 0 && isQuotient(own[0]!.indicator)) {
    const [rate] = own;
    for (const role of ["numerator", "denominator", "lower", "upper"] as const)
      if (rate![role] < 0) rate![role] = general[role];
    return own;
  }
  const alone = groups.size > 1 && mapping.every(({ role }) => role !== "indicator");
  // Beside columns that name their indicator, one that names none says nothing.
  return [...groups.values()].filter((group) => !(alone && group === general));
}
