const LEGAL_FORMS: Readonly<Record<string, string>> = {
  "(株)": "株式会社",
  "(有)": "有限会社",
  "(医)": "医療法人",
  "(社福)": "社会福祉法人",
  "(一社)": "一般社団法人",
  "(公社)": "公益社団法人",
  "(一財)": "一般財団法人",
  "(公財)": "公益財団法人",
};
const VARIANTS: Readonly<Record<string, string>> = { 髙: "高", 﨑: "崎", 𠮷: "吉", 德: "徳", 瀨: "瀬" };

/** A name as it is compared: `yui_folded` of the database, for the rows of one file among themselves. */
export const foldedName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s|\p{Variation_Selector}/gu, "")
    .toLowerCase()
    .replace(/\((?:株|有|医|社福|一社|公社|一財|公財)\)/g, (form) => LEGAL_FORMS[form]!)
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[〜∼]/g, "~")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[髙﨑𠮷德瀨]/gu, (letter) => VARIANTS[letter]!);
