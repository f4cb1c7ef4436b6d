import { known, plainName } from "#platform/tables/columns.ts";
import type { Dictionary, Indicator } from "../../../dictionary/schema.ts";
import { type AgeBand, SEXES, type Sex } from "../../../observations/schema.ts";
import { parseAgeBand } from "../../rows/cells/rules.ts";
import type { ColumnMeaning } from "../../schema.ts";

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
    "時間軸",
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
    "表章項目",
    "表章項目名",
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

export const ROLE_OF = new Map(
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

/** The role of a column by its name. One that begins with a stroke only says what its neighbours are spread over. */
export function roleOf(name: string): ColumnMeaning["role"] | undefined {
  if (/^\s*[/／]/.test(name)) return "ignore";
  return known(ROLE_OF, name.normalize("NFKC").replace(/_(時系列|\d+区分)$/, ""));
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
