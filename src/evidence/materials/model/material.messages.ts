import type { EditionState } from "./edition.rules.ts";
import type {
  Audience,
  Kind,
  Language,
  Movement,
  Rights,
  Template,
  Theme,
  Way,
} from "./material-kinds.schema.ts";

/** The language in which a page speaks; that of an edition is another matter. */
export type Spoken = "ja" | "en";
type Both = Readonly<Record<Spoken, string>>;
const both = (ja: string, en: string): Both => ({ ja, en });

export const KIND_NAMES: Readonly<Record<Kind, Both>> = {
  leaflet: both("リーフレット", "Leaflet"),
  poster: both("ポスター", "Poster"),
  panel: both("パネル", "Panel"),
  manual: both("手引き", "Manual"),
  video: both("動画", "Video"),
  dvd: both("DVD", "DVD"),
  slides: both("スライド", "Slides"),
  article: both("広報紙の記事", "Article for a bulletin"),
};

export const THEME_NAMES: Readonly<Record<Theme, Both>> = {
  resources: both("地域の相談先・資源", "Local help"),
  mental_health: both("こころの健康", "Mental health"),
  suicide_prevention: both("自殺対策", "Suicide prevention"),
  checkup: both("健康診断", "Health checkups"),
  metabolic: both("生活習慣病", "Lifestyle diseases"),
  smoking: both("たばこ", "Smoking"),
  alcohol: both("アルコール", "Alcohol"),
  nutrition: both("栄養・食生活", "Food and nutrition"),
  exercise: both("運動", "Exercise"),
  dental: both("歯と口", "Teeth and mouth"),
  cancer: both("がん", "Cancer"),
  other: both("その他", "Other"),
};

export const AUDIENCE_NAMES: Readonly<Record<Audience, Both>> = {
  owner: both("事業主", "Employers"),
  officer: both("健康管理の担当者", "Health officers"),
  worker: both("働く人", "Workers"),
  family: both("家族", "Families"),
  resident: both("住民", "Residents"),
};

export const RIGHTS_NAMES: Readonly<Record<Rights, Both>> = {
  own: both("自由に変更できます", "May be changed"),
  logo: both("自分の団体名・ロゴを入れられます", "You may add your own logo"),
  as_is: both("そのまま印刷・配布できます", "May be printed as it is"),
  ask: both("利用には作成機関の承認が必要です", "Ask the publisher first"),
};

export const LANGUAGE_NAMES: Readonly<Record<Language, Both>> = {
  ja: both("日本語", "Japanese"),
  easy: both("やさしい日本語", "Easy Japanese"),
  en: both("英語", "English"),
  vi: both("ベトナム語", "Vietnamese"),
  zh: both("中国語", "Chinese"),
  pt: both("ポルトガル語", "Portuguese"),
};

export const STATE_NAMES: Readonly<Record<EditionState, Both>> = {
  draft: both("作成中", "Draft"),
  current: both("配布中", "Current"),
  stale: both("要差し替え", "Out of date"),
  expired: both("期限切れ", "Expired"),
  replaced: both("差し替え済み", "Replaced"),
};

export const MOVEMENT_NAMES: Readonly<Record<Movement, string>> = {
  receive: "入荷",
  send: "発送・手渡し",
  return: "返却",
  count: "棚卸し（実際の部数）",
  discard: "廃棄",
};

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  leaflet: "リーフレット",
  poster: "ポスター",
  mail: "メール・ニュース",
  web: "ホームページ",
  event: "催し・健診会場",
  other: "その他",
};

export const TEMPLATE_NAMES: Readonly<Record<Template, string>> = {
  strain: "頑張っているあなたへ（こころの相談先）",
  resources: "地域産業保健センターと地域の相談先",
  map: "情報マップ",
  awards: "表彰された事業所の紹介",
};

/** Names as a select or a box offers them. */
export const optionsOf = <Value extends string>(
  names: Readonly<Record<Value, string | Both>>,
  language: Spoken = "ja",
): { value: Value; label: string }[] =>
  (Object.entries(names) as [Value, string | Both][]).map(([value, name]) => ({
    value,
    label: typeof name === "string" ? name : name[language],
  }));

/** The language that an address asks for. */
export const spokenIn = (query: URLSearchParams): Spoken => (query.get("lang") === "en" ? "en" : "ja");
