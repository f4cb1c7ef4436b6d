/** Words of the page of one indicator alone. */
export const INDICATOR_TEXT = {
  definition: { ja: "定義", en: "Definition" },
  numerator: { ja: "分子", en: "Numerator" },
  denominator: { ja: "分母", en: "Denominator" },
  population: { ja: "対象者", en: "Counted among" },
  calculation: { ja: "計算のしかた", en: "Calculation" },
  methods: {
    ja: (method: string) => METHOD_NAMES[method] ?? method,
    en: (method: string) => method.replaceAll("-", " "),
  },
  sideBySide: {
    ja: (year: number, told: string) => `${year}年度は、${told}です。`,
    en: (year: number, told: string) => `FY${year}: ${told}.`,
  },
  told: {
    ja: (area: string, figure: string) => `${area}が${figure}`,
    en: (area: string, figure: string) => `${area} ${figure}`,
  },
  limits: {
    ja: (lower: string, upper: string) => `（${lower}〜${upper}）`,
    en: (lower: string, upper: string) => ` (${lower} to ${upper})`,
  },
  dots: {
    ja: "点は値、横の線は95%信頼区間です。破線は、この地域の値の位置です。",
    en: "A dot is the figure, the line through it its 95% interval. The broken line marks this area's figure.",
  },
  answered: {
    ja: (fileName: string) => `取り込みのときに確認したこと（${fileName}）`,
    en: (fileName: string) => `Asked when ${fileName} was taken in`,
  },
  back: { ja: "プロフィールに戻る", en: "Back to the profile" },
} as const;

const METHOD_NAMES: Readonly<Record<string, string>> = {
  "proportion-wilson": "割合と信頼区間（ウィルソン法）",
  "rate-byars": "率と信頼区間（バイアー法）",
  "standardised-mortality-ratio": "標準化死亡比",
  comparison: "基準との比較",
  "recent-trend": "直近の推移",
  "mann-kendall": "順位による傾向（マン・ケンドール検定）",
};
