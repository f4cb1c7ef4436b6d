/**
 * How a provider makes the key of a person, the same on the page for browsers and on the command line: these functions are
 * given to the page as they stand, so each uses nothing but its arguments and the others here.
 */
export type IdentityPart =
  | "insurer"
  | "symbol"
  | "number"
  | "branch"
  | "kana"
  | "name"
  | "birth"
  | "sex"
  | "employee"
  | "other";

/** Names of columns by what they tell of somebody; `other` goes without becoming a part of the key. */
export const IDENTITY_NAMES: Readonly<Record<IdentityPart, readonly string[]>> = {
  insurer: ["保険者番号"],
  symbol: ["保険証記号", "事業所記号", "被保険者証記号", "記号"],
  number: ["保険証番号", "証番号", "被保険者証番号", "被保険者番号", "番号"],
  branch: ["枝番"],
  kana: ["カナ氏名", "氏名カナ", "フリガナ", "ふりがな"],
  name: ["氏名", "漢字氏名", "氏名漢字", "受診者氏名", "受診者名", "名前"],
  birth: ["生年月日", "誕生日"],
  sex: ["性別", "男女区分", "性別コード"],
  employee: ["社員番号", "個人ID", "従業員番号", "受診者ID"],
  other: [
    ...["加入番号", "扶養番号", "受付NO", "受診券整理番号", "住所", "現住所", "電話番号", "郵便番号"],
    ...[
      "メールアドレス",
      "個人番号",
      "マイナンバー",
      "資格番号",
      "医師名",
      "健診実施医師名",
      "[Met]健診実施医師名",
    ],
  ],
};

export function plainHead(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_・.:/\-()[\]"']/g, "");
}

/** What each column tells, by its name or the last part of a stacked one; undefined where it tells of nobody. */
export function identityParts(
  header: readonly string[],
  names: Readonly<Record<string, readonly string[]>>,
): (string | undefined)[] {
  const known = new Map<string, string>();
  for (const [part, list] of Object.entries(names)) for (const name of list) known.set(plainHead(name), part);
  return header.map(
    (name) => known.get(plainHead(name)) ?? known.get(plainHead(name.split(/\s+/).pop() ?? "")),
  );
}

/** Full width, case, spaces and small kana make no difference. */
export function foldText(text: string): string {
  const small = "ァィゥェォッャュョヮヵヶ";
  const large = "アイウエオツヤユヨワカケ";
  return text
    .normalize("NFKC")
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .toUpperCase()
    .replace(/[\s\-‐－ー]/g, "")
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => large[small.indexOf(kana)]!);
}

/** 1975/4/2, S50.4.2, 昭和50年4月2日, 19750402: the same eight digits; what is none of these as it stands. */
export function foldDay(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const eras: Readonly<Record<string, number>> = { R: 2018, H: 1988, S: 1925, T: 1911, M: 1867 };
  const letters: Readonly<Record<string, string>> = { 令: "R", 平: "H", 昭: "S", 大: "T", 明: "M" };
  const western = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(plain);
  const era = /^([RHSTM令平昭大明])[和成正治]?\.?(\d{1,2}|元)\D+(\d{1,2})\D+(\d{1,2})\D?$/i.exec(plain);
  if (western) return western[1]! + western[2]!.padStart(2, "0") + western[3]!.padStart(2, "0");
  if (!era) return plain;
  const letter = letters[era[1]!] ?? era[1]!.toUpperCase();
  const year = eras[letter]! + (era[2] === "元" ? 1 : Number(era[2]));
  return String(year) + era[3]!.padStart(2, "0") + era[4]!.padStart(2, "0");
}

/**
 * What the key is made of. Symbol, number and branch of the insurance stay when somebody marries; without a branch the
 * given name parts twins. Else the name in kana, birth and sex; else the number at the employer. Empty where nothing is told.
 */
export function identityText(told: Readonly<Record<string, string>>): string {
  const at = (part: string) => foldText(told[part] ?? "");
  const birth = foldDay(told.birth ?? "");
  const sex = /^(1|男)/.test(at("sex")) ? "1" : /^(2|女)/.test(at("sex")) ? "2" : "";
  const given = (told.kana ?? "").normalize("NFKC").trim().split(/\s+/).pop() ?? "";
  if (at("symbol") !== "" && at("number") !== "")
    return [
      "insured",
      at("insurer"),
      at("symbol"),
      at("number"),
      at("branch") || foldText(given),
      birth,
      sex,
    ].join("|");
  if (at("employee") !== "") return ["employee", at("employee"), birth, sex].join("|");
  const name = at("kana") || at("name");
  return name !== "" && birth !== "" ? ["name", name, birth, sex].join("|") : "";
}

/**
 * A line with the key in the place of the first column that tells who somebody is, and nothing in the others: no column
 * moves, since layouts mark their places. Of the header, all other names stay.
 */
export function withKey(
  parts: readonly (string | undefined)[],
  cells: readonly string[],
  key: string,
  isHeader: boolean,
): string[] {
  const first = parts.findIndex((part) => !staysInFile(part));
  return parts.map((part, at) =>
    at === first ? key : isHeader || staysInFile(part) ? (cells[at] ?? "") : "",
  );
}

/** Which columns stay: those that tell of nobody, and birth and sex, of which the age is counted. */
export function staysInFile(part: string | undefined): boolean {
  return part === undefined || part === "birth" || part === "sex" || part === "insurer";
}
