import type { Sheet } from "./prevention-kinds.schema.ts";

/** Words of the area's figures, as the ministry's tables have them. */
export const SEX_WORDS: Readonly<Record<string, string>> = { male: "男性", female: "女性" };
export const AGE_WORDS: Readonly<Record<string, string>> = {
  ...{ under20: "20歳未満", "20s": "20〜29歳", "30s": "30〜39歳", "40s": "40〜49歳", "50s": "50〜59歳" },
  ...{ "60s": "60〜69歳", "70s": "70〜79歳", "80plus": "80歳以上", "age-unknown": "不詳・秘匿" },
};
export const WORK_WORDS: Readonly<Record<string, string>> = {
  ...{ employed: "有職", student: "学生・生徒等", homemaker: "主婦・主夫", jobless: "失業者" },
  ...{
    pension: "年金・雇用保険等生活者",
    "other-unemployed": "その他の無職者",
    "work-unknown": "不詳・秘匿",
  },
};
export const SHEET_WORDS: Readonly<Record<Sheet | "book", string>> = {
  ...{ book: "Excelの3シート", total: "総数", male: "男", female: "女" },
};
export const COUNTED_BY_WORDS = { residence: "住居地（A7）", found: "発見地（A8）" } as const;
export const STANDING_WORDS = { provisional: "暫定値", fixed: "確定値" } as const;

export const FIGURES = {
  title: "自殺者数（5年間の合計）",
  source: "警察庁・厚生労働省「地域における自殺の基礎資料」（住居地）から集計",
  unit: "人",
  total: "計",
  sex: "性別",
  age: "年齢",
  work: "職業",
  ages: "年齢と性別",
  works: "職業と性別",
  note: "5年間の合計です。10人未満（0人を含む）は表示していません。元の表で秘匿された数は「不詳・秘匿」に含みます。",
  worksNote: "職業の区分は2022年に変わったため、2022年をまたぐ期間は集計していません。",
  rate: "自殺死亡率（5年間の平均）",
  prefectureRate: "都道府県の自殺死亡率",
  rateUnit: "人口10万人あたり",
} as const;
