import type { Source } from "../agreements/provider-agreement.rules.ts";

export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  regional: "地域（国保・後期）",
  workplace: "職域（被用者保険）",
  employer: "職域（事業者健診）",
};
export const SOURCE_NOTES: Readonly<Record<Source, string>> = {
  regional: "国民健康保険などの加入者のうち、健診を受けた人です。会社勤めの人の多くは含まれません。",
  workplace:
    "協会けんぽ・健康保険組合・共済組合の加入者のうち、健診を受けた人です。自営業の人は含まれません。",
  employer:
    "事業者の定期健康診断を受けた人です。結果は保険者にも渡るため、被用者保険と重なります。足し合わせないでください。",
};

export const EDITION_TITLE = (indicator: string, source: string) => `健診結果：${indicator}　${source}`;
export const EDITION_SOURCE = (providers: readonly string[]) => `健診結果（${providers.join("、")}）`;
export const TABLE_TITLES = {
  ages: (source: string) => `${source}　性・年齢別`,
  towns: (source: string) => `${source}　市町村・年代別`,
  sizes: (source: string) => `${source}　事業場の規模別`,
} as const;
export const TOWN_EXPECTED = (town: string) => `${town}　期待される人数（性・5歳階級で調整）`;
export const AXIS = {
  finding: "所見",
  found: "該当",
  none: "非該当",
  examined: "判定できた人",
  sex: "性別",
  male: "男",
  female: "女",
  both: "男女計",
  age: "年齢",
  stage: "年代",
  allAges: "年齢計",
  town: "市町村",
  unknownTown: "不明",
  allTowns: "地域計",
  size: "規模",
  small: "50人未満",
  large: "50人以上",
  unknownSize: "規模不明",
  allSizes: "規模計",
  unit: "人",
} as const;

export const EDITION_PAGE = {
  title: "健診集計の公表",
  lead: "取り込んだ結果を、取り決めのうち最も厳しい条件に合わせて秘匿し、版として公表します。公表した版は、公表後に変更されません。",
  year: "年度",
  publish: "版を作成して公表する",
  publishing: "作成しています",
  none: "集計できる結果がまだありません。先に健診結果を取り込んでください。",
  recount: "計算し直す",
  recountTitle: "集計の計算し直し",
  recountLead:
    "集計の定義が新しくなると、取り込んだ結果は自動で計算し直されます。計算が進まない場合は、ここから開始できます。公表した版は変わりません。",
  waiting: (imports: number) =>
    `${imports}件の取り込みが、新しい定義での計算待ちです。計算が完了してから公表してください。`,
  smallest: (persons: number) => `${persons}人未満の人数は表示しません（取り決めのうち最も大きい人数）。`,
  notCombined: "すべての提供元が認めていないため、市町村別の表は作成しません。",
  done: (made: number) => `${made}件の指標の版を確認しました。内容が変わったものだけが新しい版になります。`,
  editions: "公表した版の一覧",
  providers: "集計の対象となる提供元",
} as const;
