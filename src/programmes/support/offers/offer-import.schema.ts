import type { Column } from "#platform/tables/columns.ts";
import { OFFER_LABELS } from "./offer-form.messages.ts";

/** The columns of a table of offers, in the order of its template, with the heads by which people call them. */
export const OFFER_COLUMNS = [
  {
    key: "title",
    header: OFFER_LABELS.title,
    synonyms: ["支援メニュー", "メニュー", "講座名", "テーマ", "名称"],
    required: true,
  },
  {
    key: "organisation",
    header: "機関名",
    synonyms: ["実施機関", "担当機関", "機関", "団体名"],
    required: true,
    forAll: {
      label: "全部の行の機関名",
      hint: "機関名の列がない場合に入力します。例　浜田地域産業保健センター",
    },
  },
  {
    key: "kind",
    header: OFFER_LABELS.kind,
    synonyms: ["種別", "区分", "支援の種類"],
    required: true,
    forAll: { label: "全部の行の種類", hint: "種類の列がない場合に入力します。例　出前講座" },
  },
  { key: "topics", header: OFFER_LABELS.topics, synonyms: ["分野", "テーマの分野"] },
  { key: "places", header: OFFER_LABELS.places, synonyms: ["実施場所", "形式"] },
  { key: "fee", header: OFFER_LABELS.fee, synonyms: ["料金", "講師料"] },
  { key: "feeNote", header: OFFER_LABELS.feeNote },
  { key: "service", header: OFFER_LABELS.service, synonyms: ["地産保の業務"] },
  { key: "equipment", header: OFFER_LABELS.equipment, synonyms: ["準備", "準備物"] },
  { key: "note", header: OFFER_LABELS.note, synonyms: ["備考"] },
  { key: "industries", header: OFFER_LABELS.industries, synonyms: ["対象業種"] },
  { key: "municipalities", header: OFFER_LABELS.municipalities, synonyms: ["対象市町村", "対象地域"] },
  { key: "sizeFrom", header: OFFER_LABELS.sizeFrom, synonyms: ["従業員の下限"] },
  { key: "sizeTo", header: OFFER_LABELS.sizeTo, synonyms: ["従業員の上限"] },
  { key: "peopleFrom", header: OFFER_LABELS.peopleFrom, synonyms: ["参加者の下限"] },
  { key: "peopleTo", header: OFFER_LABELS.peopleTo, synonyms: ["参加者の上限", "定員"] },
  { key: "days", header: "曜日・週", synonyms: ["曜日", "実施日", "対応できる曜日"] },
  { key: "opensAt", header: OFFER_LABELS.opensAt, synonyms: ["開始時刻", "開始時間"] },
  { key: "closesAt", header: OFFER_LABELS.closesAt, synonyms: ["終了時刻", "終了時間"] },
  { key: "leadDays", header: OFFER_LABELS.leadDays, synonyms: ["申込期限", "何日前まで"] },
  { key: "perDay", header: OFFER_LABELS.perDay },
  { key: "perMonth", header: OFFER_LABELS.perMonth, synonyms: ["月の上限", "1か月の上限"] },
  { key: "perYear", header: OFFER_LABELS.perYear, synonyms: ["年の上限", "年間の上限"] },
  { key: "perWorkplace", header: OFFER_LABELS.perWorkplace },
  { key: "email", header: "打診先メール", synonyms: ["メール", "メールアドレス", "打診先"] },
  { key: "published", header: OFFER_LABELS.published },
  { key: "endedOn", header: "終える日", synonyms: ["終了日"] },
] as const satisfies readonly Column[];
export type OfferField = (typeof OFFER_COLUMNS)[number]["key"];
export const OFFER_FOR_ALL = OFFER_COLUMNS.filter((column) => "forAll" in column);
