import type { Row } from "#platform/tables/column-table.ts";
import type { Column } from "#platform/tables/columns.ts";
import { FIELD } from "../messages.ts";

/**
 * The columns of import and export in the order of the file, with the heads by which published lists call them: the
 * municipal standard data sets old and new, the ministry's list of medical facilities, lists of prefectures and cities.
 */
export const COLUMNS = [
  {
    key: "name",
    header: FIELD.name,
    synonyms: [
      "機関名",
      "団体名",
      "名前",
      "施設名",
      "施設名称",
      "施設正式名称",
      "正式名称",
      "医療機関名",
      "医療機関名称",
      "事業所名",
      "事業所名称",
      "薬局名",
      "organisation",
      "organization",
      "hospital_name",
      "facility_name",
    ],
    required: true,
  },
  {
    key: "kana",
    header: FIELD.kana,
    synonyms: [
      "ふりがな",
      "カナ",
      "読み",
      "名称カナ",
      "名称フリガナ",
      "名称（フリガナ）",
      "名称（カナ）",
      "正式名称（フリガナ）",
      "施設名（フリガナ）",
      "施設名（カナ）",
      "施設名カナ",
      "医療機関名（カナ）",
      "フリガナ",
    ],
  },
  {
    key: "sector",
    header: FIELD.sector,
    synonyms: [
      "区分",
      "種別",
      "施設区分",
      "施設種別",
      "機関区分",
      "医療機関の種類",
      "施設の種類",
      "医療機関種別",
    ],
    required: true,
    forAll: { label: "全部の行の分野", hint: "分野の列がない場合に入力します。例　病院・診療所" },
  },
  {
    key: "areaId",
    header: FIELD.areaId,
    synonyms: ["地域", "圏域", "area"],
    required: "where",
    forAll: {
      label: "全部の行の所在地域",
      hint: "入力すると、住所がこの地域の外にある行は読み飛ばします。空の場合は、住所や市区町村コードから読み取ります。例　浜田圏域",
    },
  },
  { key: "servedAreas", header: FIELD.servedAreas, synonyms: ["受け持ち地域", "areas"] },
  { key: "desk", header: FIELD.desk },
  {
    key: "phone",
    header: FIELD.phone,
    synonyms: ["電話番号", "代表電話", "代表電話番号", "連絡先電話番号", "tel", "phone_number"],
  },
  { key: "fax", header: FIELD.fax, synonyms: ["ファックス", "FAX番号", "ファクス番号", "ファックス番号"] },
  {
    key: "email",
    header: FIELD.email,
    synonyms: ["メールアドレス", "連絡先メールアドレス", "e-mail", "mail"],
  },
  { key: "postalCode", header: FIELD.postalCode, synonyms: ["〒", "postal_num", "postal_code", "zip"] },
  {
    key: "address",
    header: FIELD.address,
    synonyms: ["住所", "所在地_連結表記", "施設所在地", "施設住所", "所在地住所"],
    required: "where",
  },
  {
    key: "website",
    header: FIELD.website,
    synonyms: [
      "url",
      "ホームページ",
      "ホームページアドレス",
      "案内用ホームページアドレス",
      "ウェブサイトURL",
    ],
  },
  { key: "note", header: FIELD.note, synonyms: ["備考"] },
  { key: "published", header: FIELD.published },
  { key: "validFrom", header: FIELD.validFrom },
  { key: "validTo", header: FIELD.validTo },
  { key: "id", header: FIELD.id },
  {
    key: "code",
    header: "市区町村コード",
    synonyms: ["所在地_全国地方公共団体コード", "所在地市区町村コード", "市町村コード"],
    required: "where",
  },
  {
    key: "prefecture",
    header: "都道府県",
    synonyms: ["都道府県名", "所在地_都道府県", "都道府県コード"],
  },
  {
    key: "city",
    header: "市区町村",
    synonyms: ["市区町村名", "市町村", "市町村名", "所在地_市区町村"],
    required: "where",
  },
  {
    key: "publisher",
    header: "公表した団体のコード",
    synonyms: ["全国地方公共団体コード", "都道府県コード又は市区町村コード"],
  },
  {
    key: "lostZero",
    header: "電話の先頭の0",
    forAll: {
      label: "先頭の0がない電話番号",
      hint: "Excelで0が失われた番号に0を補ってよければ「補う」と入力します。空の場合は、修正が必要な行になります。",
    },
  },
] as const satisfies readonly Column[];

/** The columns that may be told for all rows. */
export const FOR_ALL = COLUMNS.filter((column) => "forAll" in column);
export type ImportField = (typeof COLUMNS)[number]["key"];
export type OrganisationRowOfFile = Row<ImportField>;
