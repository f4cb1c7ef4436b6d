import type { Column } from "#platform/tables/columns.ts";
import { FIELD } from "../model/form.messages.ts";

/**
 * The columns, with the heads by which published lists call them: the ministry's facilities (医療情報ネット), the municipal
 * standard data sets old and new, and the list of public health centres.
 */
export const RESOURCE_COLUMNS = [
  {
    key: "name",
    header: FIELD.name,
    required: true,
    synonyms: [
      ...["施設名", "施設名称", "正式名称", "医療機関名", "医療機関名称", "保健所名", "保健所名称", "機関名"],
      ...["団体名称", "薬局名", "店舗名", "サービス名", "介護サービス事業所名称", "facility_name"],
    ],
  },
  {
    key: "kana",
    header: FIELD.kana,
    synonyms: [
      ...[
        "名称_カナ",
        "名称カナ",
        "フリガナ",
        "カナ",
        "正式名称（フリガナ）",
        "名称（フリガナ）",
        "施設名（フリガナ）",
      ],
      ...["施設名カナ", "医療機関名（カナ）", "読み", "介護サービス事業所名称_カナ"],
    ],
  },
  { key: "key", header: "ID", synonyms: ["NO", "医療機関コード", "施設ID", "事業所番号", "番号"] },
  {
    key: "kind",
    header: FIELD.kind,
    synonyms: [
      "医療機関の種類",
      "機関区分",
      "施設の種類",
      "施設種別",
      "施設区分",
      "種別",
      "区分",
      "POIコード",
    ],
    forAll: {
      label: "全部の行の種類",
      hint: "種類の列がない場合に入力します。例　診療所、運動施設、健康づくり応援店",
    },
  },
  {
    key: "topics",
    header: FIELD.topics,
    forAll: { label: "全部の行のテーマ", hint: "例　禁煙、運動。複数の場合は「、」で区切ります。" },
  },
  {
    key: "provider",
    header: FIELD.provider,
    synonyms: ["法人の名称", "団体名", "運営", "運営主体", "設置者"],
  },
  { key: "corporateNumber", header: FIELD.corporateNumber },
  { key: "description", header: FIELD.description, synonyms: ["説明", "概要", "サービス内容"] },
  { key: "departments", header: "診療科目", synonyms: ["診療科", "診療科名", "標榜科目"] },
  { key: "fee", header: FIELD.fee, synonyms: ["料金", "料金(基本)", "利用料", "有料無料"] },
  { key: "feeNote", header: FIELD.feeNote, synonyms: ["料金(詳細)", "料金の説明"] },
  {
    key: "phone",
    header: FIELD.phone,
    synonyms: ["電話番号", "代表電話", "代表電話番号", "連絡先電話番号", "案内用電話番号", "tel"],
  },
  { key: "fax", header: FIELD.fax, synonyms: ["FAX番号", "ファックス番号", "ファクス番号", "fax"] },
  {
    key: "website",
    header: FIELD.website,
    synonyms: ["URL", "ホームページアドレス", "案内用ホームページアドレス", "ウェブサイト"],
  },
  { key: "postalCode", header: FIELD.postalCode, synonyms: ["〒", "郵便番号（半角）"] },
  {
    key: "address",
    header: FIELD.address,
    required: true,
    synonyms: ["住所", "所在地_連結表記", "施設所在地", "施設住所", "所在地住所", "保健所所在地"],
  },
  { key: "building", header: "方書", synonyms: ["建物名等(方書)", "建物名"] },
  { key: "latitude", header: FIELD.latitude, synonyms: ["所在地座標（緯度）", "緯度（世界測地系）", "lat"] },
  {
    key: "longitude",
    header: FIELD.longitude,
    synonyms: ["所在地座標（経度）", "経度（世界測地系）", "lng", "lon"],
  },
  { key: "days", header: FIELD.days, synonyms: ["利用可能曜日", "診療曜日", "開所曜日", "営業曜日"] },
  { key: "from", header: FIELD.from, synonyms: ["開始時間", "診療開始時間", "開始時刻"] },
  { key: "to", header: FIELD.to, synonyms: ["終了時間", "診療終了時間", "終了時刻"] },
  {
    key: "hoursNote",
    header: FIELD.hoursNote,
    synonyms: ["利用可能日時特記事項", "診療日時特記事項", "休診日", "備考（日時）"],
  },
  { key: "access", header: FIELD.access, synonyms: ["アクセス方法", "駐車場情報", "交通"] },
  {
    key: "code",
    header: "市区町村コード",
    synonyms: ["所在地_全国地方公共団体コード", "所在地市区町村コード", "市町村コード"],
  },
  { key: "prefecture", header: "都道府県", synonyms: ["都道府県名", "所在地_都道府県", "都道府県コード"] },
  { key: "city", header: "市区町村", synonyms: ["市区町村名", "市町村名", "所在地_市区町村"] },
  {
    key: "publisher",
    header: "公表した団体のコード",
    synonyms: ["全国地方公共団体コード", "都道府県コード又は市区町村コード"],
  },
] as const satisfies readonly Column[];
export type ResourceField = (typeof RESOURCE_COLUMNS)[number]["key"];
export const RESOURCE_FOR_ALL = RESOURCE_COLUMNS.filter((column) => "forAll" in column);
