/** A word of the field for who meets it first. Each one stands in GLOSSARY.md, which says what code calls it. */
export type Term = Readonly<{ term: string; kana: string; ja: string; en: string }>;

export const term = (name: string, kana: string, ja: string, en: string): Term => ({
  term: name,
  kana,
  ja,
  en,
});

/** Who is in the field, and where they meet. */
export const FIELD_TERMS: readonly Term[] = [
  term(
    "圏域",
    "けんいき",
    "入院などの医療がひととおり受けられるように、県がいくつかの市町村をまとめた地域です（二次医療圏）。全国に330あります。",
    "Secondary medical area: municipalities that a prefecture groups so that hospital care is at hand; 330 in Japan.",
  ),
  term(
    "地域・職域連携",
    "ちいき・しょくいきれんけい",
    "住民の健康づくりを行う市町村・保健所と、働く人の健康づくりを行う会社・保険者などが、協力して進める取り組みです。",
    "Municipalities and workplaces working together for people's health.",
  ),
  term(
    "協議会",
    "きょうぎかい",
    "地域・職域連携のために、保健所・市町村・商工会議所・労働基準監督署・医師会などが集まる会議です。",
    "Council in which the organisations of an area meet for this joint work.",
  ),
  term(
    "事務局",
    "じむきょく",
    "協議会の準備や連絡、事業所からの依頼の受付を行う担当です。多くは保健所にあります。",
    "Secretariat of a council, mostly at the public health centre.",
  ),
  term(
    "構成員・委員",
    "こうせいいん・いいん",
    "協議会に参加する機関と、その代表の方です。",
    "Member of a council.",
  ),
  term(
    "会議体",
    "かいぎたい",
    "協議会や、その下の作業部会など、同じ顔ぶれで開く会議のまとまりです。",
    "A council or a working group: a body that meets again and again.",
  ),
  term(
    "日程調整",
    "にっていちょうせい",
    "候補の日を示して、出席できる日をうかがうことです。",
    "Poll for a date.",
  ),
  term(
    "議題・資料・議事録",
    "ぎだい・しりょう・ぎじろく",
    "会議で話し合うこと、その材料、話し合いの記録です。",
    "Agenda, papers and minutes.",
  ),
  term(
    "対応事項",
    "たいおうじこう",
    "会議で決まった、担当と期限のある仕事です。健康課題とは別のものです。",
    "Task that a meeting gave to somebody, with a deadline.",
  ),
  term(
    "取組の段階",
    "とりくみのだんかい",
    "国のガイドラインに沿って、協議会の取り組みがどこまで進んだかを示します。",
    "How far a council has come, by the national guideline's steps.",
  ),
  term("年報", "ねんぽう", "1年度の会議・事業・評価をまとめた報告書です。", "Annual report of a council."),
  term(
    "保健所",
    "ほけんじょ",
    "都道府県や一部の市が置く、地域の健康を担当する役所です。",
    "Public health centre.",
  ),
  term(
    "地域産業保健センター",
    "ちいきさんぎょうほけんセンター",
    "従業員50人未満の事業場を無料で支援する国の窓口です。略して「地産保（ちさんぽ）」といいます。",
    "Free service of the state for workplaces of fewer than 50 people (chisanpo).",
  ),
  term(
    "労働基準監督署",
    "ろうどうきじゅんかんとくしょ",
    "労働条件や職場の安全・健康についての法律が守られているかを見る国の役所です。",
    "Labour standards office.",
  ),
  term(
    "保険者・協会けんぽ",
    "ほけんじゃ・きょうかいけんぽ",
    "健康保険を運営する団体です。協会けんぽは、中小企業の多くが入る保険者です。",
    "Health insurer; kyokai kenpo insures most small companies.",
  ),
  term(
    "事業場",
    "じぎょうじょう",
    "会社全体ではなく、工場・支店・店舗など、働く場所ごとのまとまりです。従業員数もこの単位で数えます。",
    "Workplace: one site, not the whole company.",
  ),
  term(
    "産業医",
    "さんぎょうい",
    "働く人の健康について会社に助言する医師です。50人以上の事業場には必ず必要です。",
    "Occupational physician, required from 50 workers.",
  ),
  term("保健師", "ほけんし", "健康の相談や保健指導を行う国家資格の専門職です。", "Public health nurse."),
];
