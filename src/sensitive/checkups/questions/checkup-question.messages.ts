export const QUESTION_REFUSED = {
  lacking: (source: string, dimensions: readonly string[]) =>
    `${source}の版には、${dimensions.join("・")}の区分がありません（取り決めで認められていないか、ファイルに列がありません）。`,
  together: (dimensions: readonly string[]) =>
    `${dimensions.join("×")}を組み合わせた表は、公表した版にありません。版にない組合せは、秘匿が解けるおそれがあるため集計しません。`,
  noEdition: "この年度のこの指標は、まだ公表されていません。",
} as const;

export const QUESTION_PAGE = {
  title: "健診集計を調べる",
  lead: "公表した版の人数を合計して表示します。版で秘匿した人数は、ここでも表示しません。提供元の間で対象者が重なるため、提供元をまたいだ合計はしません。",
  indicator: "指標",
  year: "年度",
  source: "提供元",
  allSources: "すべて（並べて表示）",
  first: "集計の区分（1つ目）",
  second: "集計の区分（2つ目）",
  noGroup: "区分しない",
  sex: "性別の条件",
  ages: "年齢の条件",
  everybody: "指定しない",
  ask: "集計する",
  answer: "結果",
  examined: "判定できた人",
  found: "該当",
  share: "割合",
  interval: "95%信頼区間",
  hidden: "秘匿",
  test: (source: string, p: string) => `${source}：区分の間の差の検定（カイ二乗）　p ${p}`,
  edition: (number: number, madeOn: string) => `公表した版：第${number}版（${madeOn}）`,
  save: "この集計条件を保存する",
  saveTitle: "集計条件の名称",
  saved: "保存した集計条件",
  savedHint: "年度を変更すると、その年度の版で集計します。",
  remove: "削除する",
  chart: (indicator: string) => `${indicator}の割合`,
  csv: "CSVで保存する",
  xlsx: "Excelで保存する",
} as const;
export const DIMENSION_LABELS = {
  sex: "性別",
  age: "年齢（5歳ごと）",
  stage: "年代",
  municipality: "市町村",
  size: "事業場の規模",
} as const;
