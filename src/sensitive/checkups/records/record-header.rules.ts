import { plainName } from "#platform/tables/columns.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import type { ColumnMeaning, RecordRole } from "./record-column.schema.ts";

const NAMES: Readonly<Record<Exclude<RecordRole, "ignore" | "marker">, string>> = {
  person_key: "個人キー|仮名ID|受診者キー|ハッシュ化ID|person_key",
  exam_day: "受診日|受診日付|健診受診日|健診日|健診年月日|受診年月日|健診実施年月日",
  birth: "生年月日|誕生日",
  age: "年齢|受診時年齢|受診日年齢|健診時年齢",
  age_at_end: "年度末年齢|年度末時点年齢|年度末時年齢|年度年齢|年度末満年齢",
  sex: "性別|男女区分|性別コード",
  municipality: "市区町村|市町村|住所地市町村|居住市区町村|市区町村コード|市町村コード|住所コード",
  workplace_size: "従業員数|事業場の規模|事業所規模|労働者数|規模",
  industry: "業種|産業分類|業種コード|日本標準産業分類",
  meal: "採血時間|食後時間区分|採血時間（食後）",
  identity:
    "氏名|名前|漢字氏名|カナ氏名|氏名漢字|氏名カナ|フリガナ|ふりがな|受診者氏名|受診者名|社員番号|個人ID|従業員番号|受診者ID|受付NO" +
    "|保険証記号|保険証番号|事業所記号|証番号|枝番|記号|番号|被保険者証記号|被保険者証番号|被保険者番号|加入番号|扶養番号|受診券整理番号" +
    "|住所|現住所|電話番号|郵便番号|メールアドレス|個人番号|マイナンバー|資格番号",
};

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...CHECKUP_ITEMS.flatMap(({ key, names }) => names.map((name) => [plainName(name), key] as const)),
  ...Object.entries(NAMES).flatMap(([role, names]) =>
    names.split("|").map((name) => [plainName(name), role] as const),
  ),
]);
const BY_CODE: ReadonlyMap<string, string> = new Map(
  CHECKUP_ITEMS.flatMap(({ key, codes }) => codes.map((code) => [code, key] as const)),
);

const CODE = /^[0-9A-Z]{17}$/;
const MARKER = /^カンマ位置[（(]?(\d+)[)）]?$/;
/** Numbers of questions and marks of layouts before a name. */
const BEFORE = /^(質問\d{1,2}|設問\d{1,2}|問\d{1,2}|※|★)[\s　.．:：]*/;
/** A question by its number alone, as where its words stand in a line below. */
const NUMBERED = /^質問([1-9]\d?)$/;
const LAST_QUESTION = 22;

/** The national code: its first five characters, and the mark of what was taken after a meal. */
export function itemOfCode(code: string): string | undefined {
  const five = code.slice(0, 5);
  return (code.slice(5, 9) === "1299" ? BY_CODE.get(`${five}:1299`) : undefined) ?? BY_CODE.get(five);
}

/** The place that a marker says it has, counted from 1; undefined where the name is none. */
export const placeOfMarker = (name: string): number | undefined => {
  const found = MARKER.exec(name.normalize("NFKC").trim());
  return found ? Number(found[1]) : undefined;
};

/**
 * What a column of that name holds. A name may be stacked of several header lines: a field of a database, a number of an
 * examination, the name itself, a unit; what is known of the whole comes first, then of its parts from the last to the first.
 */
export function meaningOf(name: string): ColumnMeaning {
  if (placeOfMarker(name) !== undefined) return { role: "marker" };
  const question = NUMBERED.exec(name.normalize("NFKC").trim())?.[1];
  if (question && Number(question) <= LAST_QUESTION) return { role: `q${Number(question)}` };
  const parts = name.split(/[\s　]+/).filter((part) => part !== "");
  for (const part of [name, ...parts.toReversed()]) {
    const plain = part.normalize("NFKC").replace(BEFORE, "");
    if (CODE.test(plain)) {
      const role = itemOfCode(plain);
      if (role) return { role, code: plain };
    }
    const role = BY_NAME.get(plainName(plain)) ?? BY_NAME.get(plainName(part));
    if (role) return { role };
  }
  // A group over the name, or a note behind it: the parts from the second on, put together.
  for (let from = 1; from < parts.length; from++) {
    const role = BY_NAME.get(plainName(parts.slice(from).join("").replace(BEFORE, "")));
    if (role) return { role };
  }
  return { role: "ignore" };
}

export const isKnownName = (name: string): boolean => meaningOf(name).role !== "ignore";

/**
 * What all columns hold, seen together. Of two columns that mean the same the first counts; of HbA1c beside HbA1c (NGSP)
 * nobody knows the scale, so that it is kept and not counted; a name alone that stands twice is read once.
 */
export function meaningsOf(header: readonly string[]): ColumnMeaning[] {
  const meanings = header.map(meaningOf);
  const ngsp = header.some(
    (name, at) => meanings[at]!.role === "hba1c" && /NGSP/i.test(name.normalize("NFKC")),
  );
  const seen = new Set<string>();
  return meanings.map((meaning, at) => {
    const { role } = meaning;
    if (role === "hba1c" && ngsp && !/NGSP/i.test(header[at]!.normalize("NFKC")))
      return { role: "hba1c_jds" };
    if (role === "ignore" || role === "identity" || role === "marker") return meaning;
    if (seen.has(role)) return { role: "ignore" };
    seen.add(role);
    return meaning;
  });
}

/** Cells that hold a name of somebody in kana: two words, of kana alone. */
const KANA_NAME = /^[ァ-ヶー]{2,}[\s　]+[ァ-ヶー]{2,}$/;
const looksLikeName = (cell: string) => KANA_NAME.test(cell.normalize("NFKC").trim());
const LEAST_NAMES = 2;

/** The columns that tell who somebody is: by their name, or by what stands in them. Of these rows, those with a value. */
export function identifyingColumns(
  header: readonly string[],
  meanings: readonly Pick<ColumnMeaning, "role">[],
  rows: readonly (readonly string[])[],
): string[] {
  return header.filter((_, at) => {
    const cells = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    if (meanings[at]?.role === "identity") return cells.some((cell) => !isExample(cell));
    return cells.filter(looksLikeName).length >= Math.max(LEAST_NAMES, cells.length / 2);
  });
}
const isExample = (cell: string): boolean => /^(NULL|null|-|－)$/.test(cell);
