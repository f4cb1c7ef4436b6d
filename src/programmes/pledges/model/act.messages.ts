import type { Spoken } from "./act.schema.ts";
import type { Answer, Body, PledgeState, SizeClass, StepKind, Tier } from "./act-lists.schema.ts";

type In<Key extends string> = Readonly<Record<Spoken, Readonly<Record<Key, string>>>>;

export const TIER_NAMES: In<Tier> = {
  ja: {
    person: "働く方ご自身",
    workplace: "会社・お店",
    partner_organisations: "関係機関・団体",
    administration: "行政",
  },
  en: {
    person: "People who work",
    workplace: "Workplaces",
    partner_organisations: "Partner organisations",
    administration: "Administration",
  },
};

/** The link that begins the check of a tier. */
export const TIER_STARTS: In<Tier> = {
  ja: {
    person: "働く方のチェックを始める",
    workplace: "会社・お店のチェックを始める",
    partner_organisations: "関係機関・団体のチェックを始める",
    administration: "行政のチェックを始める",
  },
  en: {
    person: "Start the check for people who work",
    workplace: "Start the check for workplaces",
    partner_organisations: "Start the check for partner organisations",
    administration: "Start the check for the administration",
  },
};

export const ANSWER_NAMES: In<Answer> = {
  ja: { yes: "できている", partly: "一部できている", no: "まだ" },
  en: { yes: "Yes", partly: "Partly", no: "Not yet" },
};

export const BODY_NAMES: In<Body> = {
  ja: {
    occupational_health_centre: "地域産業保健センター",
    commerce: "商工会議所・商工会",
    industry_association: "業界団体・労務安全衛生協会など",
    labour_standards_office: "労働基準監督署",
    insurer: "保険者",
    medical_association: "医師会・歯科医師会など",
    other: "その他の団体",
  },
  en: {
    occupational_health_centre: "Occupational health centre",
    commerce: "Chamber or society of commerce",
    industry_association: "Association of a trade",
    labour_standards_office: "Labour standards office",
    insurer: "Insurer",
    medical_association: "Medical or dental association",
    other: "Other",
  },
};

export const SIZE_NAMES: In<SizeClass> = {
  ja: { "1-4": "1〜4人", "5-9": "5〜9人", "10-29": "10〜29人", "30-49": "30〜49人", "50+": "50人以上" },
  en: { "1-4": "1–4", "5-9": "5–9", "10-29": "10–29", "30-49": "30–49", "50+": "50 and more" },
};

/** The button that takes a step of that kind. */
export const STEP_BUTTONS: In<StepKind> = {
  ja: {
    request: "窓口に相談・申し込みをする",
    event: "講座・催しを見る",
    device: "健康機器を借りる",
    leaflet: "リーフレット・ポスターを見る",
    entry: "近くの窓口をさがす",
    duty: "実施する日を決める",
    own: "実施する日を決める",
  },
  en: {
    request: "Ask for support",
    event: "See events",
    device: "Borrow a device",
    leaflet: "See leaflets and posters",
    entry: "Find help nearby",
    duty: "Set a day",
    own: "Set a day",
  },
};

export const PLEDGE_STATE_NAMES: Readonly<Record<PledgeState, Readonly<Record<Spoken, string>>>> = {
  kept: { ja: "公開しない", en: "Not public" },
  offered: { ja: "公開の確認中", en: "Being looked at" },
  listed: { ja: "公開中", en: "Public" },
  refused: { ja: "掲載を見送り", en: "Not shown" },
  withdrawn: { ja: "取り下げ", en: "Withdrawn" },
};

/** The pages of a check, for whoever answers it. */
export const CHECK = {
  ja: {
    title: "できることチェック",
    lead: "3〜5分で、健康づくりのために今できていること・これからできることが分かります。登録は不要です。",
    tier: "お立場",
    workers: "従業員数",
    workersHint: "パート・アルバイトの方も含めた人数です。",
    industry: "業種",
    canteen: "社員食堂または仕出し弁当を利用している",
    hired: "会社・お店で働いている",
    leads: "部下がいる",
    body: "機関の種類",
    begin: "質問に進む",
    questions: "あてはまるものを1つずつ選択してください",
    later: "途中で送信しても、あとから続きを入力できます。",
    personPrivacy:
      "お名前・勤務先はお聞きしません。回答は、次の画面のアドレスを知っている方だけが見られます。勤務先にも窓口にも伝わりません。",
    privacy: "お名前・ご連絡先はお聞きしません。回答は、次の画面のアドレスを知っている方だけが見られます。",
    submit: "結果を見る",
    nothing: "1つ以上選択してください。",
    sameYear: "次の年度になると、もう一度チェックできます。",
    needsDay: "実施する日を入力してください。",
    dead: "チェックのページを表示できません",
    deadWhy:
      "アドレス（URL）が正しくないか、期限が過ぎたか、削除されています。新しいチェックは、いつでも始められます。",
    way: "この地域のできることを見る",
    home: "トップページに戻る",
    again: "もう一度チェックする",
  },
  en: {
    title: "What we can do: a check",
    lead: "In three to five minutes you see what you do for health already and what you could do next. No account is needed.",
    tier: "Who you are",
    workers: "Number of workers",
    workersHint: "With those who work part time.",
    industry: "Trade",
    canteen: "We have a canteen or order lunch boxes together",
    hired: "I work at a company or shop",
    leads: "I lead others",
    body: "Kind of organisation",
    begin: "To the questions",
    questions: "Choose what is true, one by one",
    later: "You may send it as it is and go on later.",
    personPrivacy:
      "We do not ask for your name or where you work. Only who knows the address of the next page sees your answers; neither your employer nor an office does.",
    privacy:
      "We do not ask for a name or contact. Only who knows the address of the next page sees your answers.",
    submit: "See the result",
    nothing: "Please choose at least one answer.",
    sameYear: "You can repeat the check in the next fiscal year.",
    needsDay: "Please enter the day.",
    dead: "This check can't be shown",
    deadWhy:
      "The address is wrong, its time has passed, or it was deleted. You can begin another check at any time.",
    way: "See what others here can do",
    home: "To the first page",
    again: "Start a check",
  },
} as const satisfies In<string>;
