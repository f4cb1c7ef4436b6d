/** The sign of a shop that supports health. */
export const SIGN = {
  title: "健康づくり応援店",
  code: "お店の案内はこちら",
  foot: (area: string, day: string) => `${area} 健康づくり情報マップに掲載中（${day}現在）`,
  fileName: (name: string) => `健康づくり応援店_${name}.pdf`,
} as const;
