import { known, plainName } from "#platform/tables/columns.ts";
import type { Dictionary, Indicator } from "../../dictionary/schema.ts";
import { type AgeBand, SEXES, type Sex } from "../../observations/schema.ts";
import { parseAgeBand } from "../rows/cells/rules.ts";
import type { Choices, ColumnMeaning, Mapping } from "../schema.ts";

/** How files name columns, in the form that plainName() gives. */
const NAMES: Readonly<Partial<Record<ColumnMeaning["role"], readonly string[]>>> = {
  fiscal_year: [
    "fiscalyear",
    "year",
    "年度",
    "年",
    "西暦",
    "西暦年度",
    "調査年度",
    "実施年度",
    "対象年度",
    "調査年",
    "年次",
  ],
  era_year: ["erayear", "era", "元号", "和暦", "和暦年度", "元号年度"],
  as_of: ["asof", "date", "時点", "基準日", "調査日", "年月日", "調査時点", "基準年月日"],
  area: [
    ...[
      "area",
      "areaid",
      "areacode",
      "region",
      "municipality",
      "citycode",
      "地域",
      "地域名",
      "地域コード",
      "市区町村",
    ],
    ...[
      "市区町村名",
      "市区町村コード",
      "市町村",
      "市町村名",
      "市町村コード",
      "自治体",
      "自治体名",
      "自治体コード",
    ],
    ...[
      "全国地方公共団体コード",
      "団体コード",
      "圏域",
      "圏域名",
      "二次医療圏",
      "二次医療圏名",
      "都道府県",
      "都道府県名",
      "区域",
    ],
    ...["監督署", "労働基準監督署", "保健所"],
    ...[
      "都道府県コード",
      "都道府県番号",
      "郡",
      "郡名",
      "団体名",
      "区市町村",
      "標準地域コード",
      "prefecture",
      "city",
    ],
  ],
  sex: ["sex", "gender", "性別", "性", "男女", "男女別"],
  age_band: ["age", "ageband", "agegroup", "年齢", "年齢階級", "年齢区分", "年代", "年齢層"],
  indicator: [
    "indicator",
    "indicatorcode",
    "fact",
    "measure",
    "指標",
    "指標名",
    "指標コード",
    "項目",
    "項目名",
  ],
  source: ["source", "出典", "資料", "資料名", "調査名", "統計名"],
  unit: ["unit", "単位"],
  value: [
    "value",
    "rate",
    "ratepercent",
    "percent",
    "値",
    "数値",
    "率",
    "割合",
    "実績値",
    "実績",
    "指標値",
    "率%",
  ],
  numerator: [
    "numerator",
    "count",
    "events",
    "分子",
    "該当者数",
    "該当数",
    "有所見者数",
    "実数",
    "人数",
    "件数",
  ],
  denominator: [
    "denominator",
    "n",
    "分母",
    "対象者数",
    "受診者数",
    "受診労働者数",
    "母数",
    "対象数",
    "回答者数",
  ],
  lower: ["lower", "lowerci", "下限", "信頼区間下限", "95%信頼区間下限", "下限値"],
  upper: ["upper", "upperci", "上限", "信頼区間上限", "95%信頼区間上限", "上限値"],
};

const ROLE_OF = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name) => [name, role as ColumnMeaning["role"]] as const),
  ),
);

export type NamedIndicator = Readonly<{ indicator: Indicator; sex?: Sex; ageBand?: AgeBand }>;

/** Everything by which a file may name an indicator, each in plain form. */
export const indicatorsByName = keptFor(namesOfIndicators);

/** Names come from the same list again and again: what was made of it is kept as long as the list. */
export function keptFor<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const kept = new WeakMap<List, Made>();
  return (list) => {
    const made = kept.get(list) ?? make(list);
    kept.set(list, made);
    return made;
  };
}

function namesOfIndicators(indicators: readonly Indicator[]): ReadonlyMap<string, NamedIndicator> {
  const names = new Map<string, NamedIndicator>();
  for (const indicator of indicators) {
    for (const name of [indicator.code, indicator.name_ja, indicator.name_en, ...indicator.synonyms]) {
      const [word, sexText, ageText] = name.split("@");
      const sex = SEXES.find((one) => one === sexText);
      const band = ageText ? parseAgeBand(ageText) : undefined;
      const key = plainName(word!);
      if (!names.has(key)) {
        names.set(key, {
          indicator,
          ...(sex ? { sex } : {}),
          ...(band !== undefined ? { ageBand: band } : {}),
        });
      }
    }
  }
  return names;
}

/** Whether a header's name is one that is known, as a role or as an indicator. */
export function namesKnown(dictionary: Dictionary): (name: string) => boolean {
  const indicators = indicatorsByName(dictionary.indicators);
  return (name) => known(ROLE_OF, name) !== undefined || known(indicators, name) !== undefined;
}

/** What each column probably holds, by its name. A role that fits two columns goes to the first of them. */
export function matchColumns(header: readonly string[], dictionary: Dictionary): ColumnMeaning[] {
  const indicators = indicatorsByName(dictionary.indicators);
  const taken = new Set<string>();
  return header.map((name) => {
    const role = known(ROLE_OF, name);
    if (role && !taken.has(role)) {
      taken.add(role);
      return { role };
    }
    // Prefecture beside municipality, code beside name: they are read together.
    if (role === "area") return { role: "area_part" };
    const named = known(indicators, name);
    if (!named) return { role: "ignore" };
    const { indicator, sex, ageBand: band } = named;
    return {
      role: "value",
      indicator: indicator.code,
      ...(sex ? { sex } : {}),
      ...(band !== undefined ? { ageBand: band } : {}),
    };
  });
}

/** The indicator that a file is about by its name, for files that hold one and don't say which. */
export function indicatorOfFileName(fileName: string, dictionary: Dictionary): string | undefined {
  const stem = plainName(fileName.replace(/\.[a-z0-9]{1,4}$/i, ""));
  const names = indicatorsByName(dictionary.indicators);
  const exact = names.get(stem);
  if (exact) return exact.indicator.code;
  const within = [...names].filter(([name]) => name.length >= 3 && stem.includes(name));
  return within.sort(([a], [b]) => b.length - a.length)[0]?.[1].indicator.code;
}

export type MappingGap = "area" | "year" | "indicator" | "figure" | "twice";

/** What still has to be said before the rows can be read. */
export function gapsOf(mapping: Mapping, choices: Choices): MappingGap[] {
  const roles = mapping.map((column) => column.role);
  const has = (role: ColumnMeaning["role"]) => roles.includes(role);
  const general = mapping.filter((column) => isFigure(column) && !column.indicator);
  const own = mapping.filter((column) => isFigure(column) && column.indicator);
  const gaps: MappingGap[] = [];
  if (!has("area") && !choices.area) gaps.push("area");
  if (!has("fiscal_year") && !has("era_year") && !has("as_of") && choices.fiscalYear === undefined)
    gaps.push("year");
  if (general.length > 0 && own.length === 0 && !has("indicator") && !choices.indicator)
    gaps.push("indicator");
  if (![...general, ...own].some(({ role }) => role === "value" || role === "numerator")) gaps.push("figure");
  const keys = mapping
    .filter(({ role }) => role !== "ignore" && role !== "area_part")
    .map(({ role, indicator = "", sex = "", ageBand: band = "" }) => `${role} ${indicator} ${sex} ${band}`);
  if (new Set(keys).size < keys.length) gaps.push("twice");
  return gaps;
}

export const isFigure = ({ role }: ColumnMeaning): boolean =>
  role === "value" || role === "numerator" || role === "denominator" || role === "lower" || role === "upper";
