import type { Unit } from "../model/event-kinds.schema.ts";

const UNITS: Readonly<Record<Unit, string>> = {
  persons: "人",
  attendances: "人",
  workplaces: "か所",
  visits: "人",
  consultations: "件",
  mental: "件",
  leaflets: "部",
};

export const REPORT = {
  title: "実施報告",
  lead: "保存すると、計画の活動実績に登録されます。修正した場合は、活動実績も更新されます。",
  units: UNITS,
  counts: "集計",
  countsHint: "当日の受付と集計から計算した数です。紙で数えた場合は修正してください。",
  signedUp: (n: number) => `申込み ${n}人`,
  summary: "結果・振り返り",
  told: "紹介した支援",
  toldCentre: "地域産業保健センターを紹介した",
  toldResources: "地域の相談先・資源を紹介した",
  save: "保存する",
  plan: "計画の活動実績を開く",
  notHeld: "実施済みの回がありません。催しのページで「実施済みにする」を押してから入力してください。",
  more: "「うちメンタルヘルス」は、相談の件数以下で入力してください。",
  office: (area: string) => `${area} 事務局`,
};
