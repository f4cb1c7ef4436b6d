/** What tells of a person or a day, in a text that is about services alone. It finds much and not all: a second reader reads. */
const TELLING: readonly Readonly<{ pattern: RegExp; what: string }>[] = [
  { pattern: /\d+\s*[年月]\s*\d+\s*[月日]|\d{1,4}[/.-]\d{1,2}([/.-]\d{1,2})?|\d+日/, what: "日付" },
  { pattern: /(明治|大正|昭和|平成|令和|[MTSHR])\s*(\d+|元)\s*年?/, what: "日付" },
  { pattern: /\d+\s*(歳|才|代)/, what: "年齢" },
  { pattern: /[\p{Script=Han}\p{Script=Katakana}ー]+(さん|様|さま|氏|君|くん|ちゃん)/u, what: "人の名前" },
  { pattern: /(故|亡)[\p{Script=Han}]{2,}|[A-ZＡ-Ｚ]\s*(さん|様|氏|子|男)/u, what: "人の名前" },
  { pattern: /\d+\s*(丁目|番地|号室)|(町|区|字)\d+/, what: "場所" },
  { pattern: /\d{2,4}-\d{2,4}-\d{3,4}|\S+@\S+/, what: "連絡先" },
  { pattern: /(夫|妻|父|母|息子|娘|兄|弟|姉|妹|長男|長女|次男|次女|遺書)/, what: "個人や家族のこと" },
  { pattern: /(縊|首を吊|首つり|飛び降り|飛び込み|服毒|練炭|入水|感電|焼身|刃物)/, what: "手段" },
];

/** The sentences why a text can't be stored; none where nothing was found. */
export const tellsOf = (text: string): string[] => {
  const plain = text.normalize("NFKC");
  const found = new Set(TELLING.filter(({ pattern }) => pattern.test(plain)).map(({ what }) => what));
  return [...found].map(
    (what) =>
      `${what}と思われる記載があります。個人や出来事に触れずに、支援や体制のことだけを入力してください。`,
  );
};
