export const TEXT = {
  title: { ja: "計算のしかた", en: "Methods" },
  lead: {
    ja: "画面の数字がどの計算で出たかの説明です（英語）。",
    en: "How the figures on the screen are calculated.",
  },
  list: { ja: "計算のしかたの一覧", en: "All methods" },
} as const;
