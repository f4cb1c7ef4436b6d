import { ORGANISATION_IMPORT_WORDS } from "./import/messages.ts";
import type { Sector } from "./schema.ts";
import { type Language, SECTOR_NAMES } from "./sector.messages.ts";

export { type Language, SECTOR_NAMES };

/** The sector as pages and files name it. */
export const sectorLabel = (sector: Sector, language: Language = "ja"): string =>
  SECTOR_NAMES[sector][language];

/** Sentences that name the mend. */
export const ERRORS = {
  name: "名称を入力してください（例 浜田保健所）。",
  kana: "よみは、ひらがなかカタカナで入力してください（例 はまだほけんじょ）。",
  sector: "分野を一覧から選択してください（例 保健所）。",
  area: "所在地域を選択してください。",
  manyAreas: "対象地域は200件までにしてください。広いときは都道府県を選べます。",
  phone: "電話番号は、数字とハイフンで入力してください（例 0855-00-0000）。",
  lostZero: "電話番号の先頭の0がなくなっていませんか。0から始まる番号に修正してください（例 0855-00-0000）。",
  email: "メールアドレスの形で入力してください（例 kenko@example.jp）。",
  postalCode: "郵便番号は7桁の数字で入力してください（例 697-0041）。",
  website: "https:// か http:// で始まるURLを入力してください。",
  day: "日付は 2026-04-01 の形で入力してください。",
  order: "終了日は、開始日より後にしてください。",
  long: (longest: number) => `${longest}字までにしてください。`,
  published: "公開は「はい」か「いいえ」で入力してください。",
  foreignArea: "この地域の関係機関を登録・変更できるのは、その地域の事務局です。所在地域を確認してください。",
  fixedArea: "所在地域は変えられません。移転したときは、現在の機関に終了日を入力し、新しく登録してください。",
  sameName:
    "同じ地域に同じ名称の機関がもう登録されています。名称を変えるか、登録済みの機関を修正してください。",
} as const;

export const TEXT = {
  title: { ja: "関係機関", en: "Organisations" },
  lead: {
    ja: "地域の健康づくりをともに支える機関です。",
    en: "Organisations that support health in the area together.",
  },
  publicLead: {
    ja: "公開している機関だけを表示しています。",
    en: "Only organisations that have been published are shown.",
  },
  add: { ja: "関係機関を登録する", en: "Add an organisation" },
  import: { ja: "CSVから取り込む", en: "Import CSV" },
  text: { ja: "名称・よみ", en: "Name or reading" },
  sector: { ja: "分野", en: "Sector" },
  area: { ja: "地域", en: "Area" },
  areaHint: { ja: "例　浜田圏域　／　相模原市　／　32202", en: "For example 浜田圏域, 相模原市, 32202" },
  ended: { ja: "活動を終えた機関も表示", en: "Include those that ended" },
  filter: { ja: "関係機関を絞り込む", en: "Filter organisations" },
  name: { ja: "名称", en: "Name" },
  home: { ja: "所在地域", en: "Home area" },
  served: { ja: "対象地域", en: "Areas served" },
  phone: { ja: "電話", en: "Telephone" },
  none: { ja: "あてはまる関係機関がありません", en: "No organisation matches" },
  noneNext: {
    ja: "ことばを短くするか、分野や地域の絞り込みをやめてみてください。",
    en: "Try a shorter word or clear the filters.",
  },
  empty: { ja: "関係機関がまだ登録されていません", en: "No organisation has been added yet" },
  emptyNext: {
    ja: "協議会の構成機関から登録を始めます。名簿があれば、CSVでまとめて取り込めます。",
    en: "There is nothing to see here yet.",
  },
  period: { ja: "活動の期間", en: "State" },
  back: { ja: "関係機関の一覧へ", en: "To the list of organisations" },
  unknownArea: {
    ja: "その名前の地域は見つからないか、いくつもあります。都道府県から入力するか（例 島根県浜田市）、コードで入力してください。",
    en: "No such area, or several. Write its prefecture too, or its code.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** Labels of the fields on forms and detail pages, and the heads of CSV files. */
export const FIELD = {
  id: "識別番号",
  name: "名称",
  kana: "よみ",
  sector: "分野",
  areaId: "所在地域",
  servedAreas: "対象地域",
  desk: "担当窓口",
  phone: "電話",
  fax: "FAX",
  email: "メール",
  postalCode: "郵便番号",
  address: "所在地",
  website: "ウェブサイト",
  note: "備考（内部用）",
  published: "公開",
  validFrom: "活動の始まり",
  validTo: "活動の終わり",
} as const;

/** What a file holds where its reader may not see a field; on the way back it leaves what stands. */
export const HIDDEN = "（閲覧できません）";

export const HINT = {
  name: "正式な名称を入力します。例　浜田地域産業保健センター",
  kana: "ひらがなで。一覧の並びに使います。",
  areaId: "事務所のある地域、または主に受け持つ地域です。登録したあとは変えられません。",
  servedAreas:
    "受け持つ地域を「、」で区切って入力します。空のときは所在地域と同じになります。例　浜田市、江津市",
  desk: "個人の名前ではなく、課や係の名前を入力します。例　健康増進課",
  phone: "代表か窓口の番号です。例　0855-00-0000",
  website: "https:// から入力します。",
  note: "公開しても、外の人には見えません。個人のことは書かないでください。",
  published: "公開すると、名称・分野・地域・窓口・電話・所在地・ウェブサイトをだれでも見られます。",
  validTo: "活動を終えた場合に入力します。記録は残ります。",
} as const;

/** The label of a field in the language of the page; English only where the public meets it. */
export const labelOf = (field: keyof typeof FIELD, language: Language): string =>
  (language === "en" ? FIELD_EN[field] : undefined) ?? FIELD[field];

const FIELD_EN: Readonly<Partial<Record<keyof typeof FIELD, string>>> = {
  sector: "Sector",
  areaId: "Home area",
  servedAreas: "Areas served",
  desk: "Desk",
  phone: "Telephone",
  fax: "Fax",
  email: "E-mail",
  address: "Address",
  website: "Website",
  note: "Remarks (internal)",
  published: "Publication",
};

export const STATUS_NAMES = {
  coming: { ja: "これから", en: "not yet active" },
  active: { ja: "活動中", en: "active" },
  ended: { ja: "終了", en: "ended" },
} as const;
export const YES_NO = { yes: "はい", no: "いいえ" } as const;

export const PAGE = {
  newTitle: "関係機関を登録する",
  editTitle: "関係機関を編集する",
  save: "保存する",
  edit: "編集する",
  cancel: "変更せずに戻る",
  saving: "保存しています…",
  choose: "選択してください",
  contacts: "連絡先",
  contactsLead: "事務所の連絡先を入力します。個人の氏名や携帯電話番号は入力しないでください。",
  handling: "公開と期間",
  publish: "公開する",
  published: "公開しています",
  saved: "保存しました",
  invalid: "保存していません。印のある箇所を修正して、もう一度保存してください。",
  changed: "閲覧中に、ほかの人がこの機関を変更しました。もう一度送信してください。何も変わっていません。",
  unpublished: "公開していません",
  lastChange: "最後の変更",
} as const;

/** What was done to an organisation, for the log that a person reads. */
export const ORGANISATION_WORDS = {
  ...ORGANISATION_IMPORT_WORDS,
  "organisation.add": { done: "関係機関を登録した", refused: "関係機関を登録しようとした" },
  "organisation.change": { done: "関係機関を変更した", refused: "関係機関を変更しようとした" },
  "organisation.load-samples": { done: "見本の関係機関を入れた", refused: "見本の関係機関を入れようとした" },
  // Refused looks alone are written down.
  "organisation.read": { done: "関係機関を見た", refused: "関係機関を見ようとした" },
  "organisation.read-to-edit": { done: "関係機関を見た", refused: "関係機関を変更しようとした" },
  "organisation.list-homes": { done: "関係機関の一覧を見た", refused: "関係機関を登録しようとした" },
  // Of entries that were written under earlier names.
  "organisation.write": { done: "関係機関を登録・変更した", refused: "関係機関を登録・変更しようとした" },
  "organisation.list": { done: "関係機関の一覧を見た", refused: "関係機関の一覧を見ようとした" },
  "organisation.see-all": { done: "関係機関の連絡先を見た", refused: "関係機関の連絡先を見ようとした" },
} as const;
