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
    canteen: "食堂や、まとめて頼むお弁当がある",
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
    dead: "このアドレスのチェックは見つかりません。期限が過ぎたか、削除されています。",
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
    dead: "There is no check at this address. It has expired or was deleted.",
    again: "Start a check",
  },
} as const satisfies In<string>;

/** The result, to be worked with and to be hung up. */
export const RESULT = {
  ja: {
    title: "チェックの結果",
    keep: "このページのアドレス（URL）を保存すると、いつでも続きから始められます。ほかの人に知らせないでください。",
    score: "できていること",
    scoreOf: (percent: number, base: number) => `${percent}％（あてはまる質問 ${base}問）`,
    noScore: "あてはまる質問がないため、割合を計算できません。",
    unanswered: (count: number) => `まだ選択していない質問が${count}問あります。`,
    alike: (size: string, checks: number, percent: number) =>
      `同じ規模（${size}）の事業所 ${checks}件の平均は ${percent}％です。`,
    alikeFew: "同じ規模の事業所の回答が10件になると、平均と比べられます。",
    progress: (percent: number) => `はじめてのチェックから、残りの${percent}％が進みました。`,
    todo: "これからできること",
    done: "できていること",
    notAsked: "あてはまらない質問",
    step: "次の一歩",
    taken: "進行中",
    takenOn: (day: string) => `実施する日 ${day}`,
    number: (number: string) => `受付番号 ${number}`,
    open: "続きを開く",
    declined: "今回は見送り",
    decline: "今回は見送る",
    finish: "実施した",
    askAgain: "実施しました。今の状況をもう一度選択してください。",
    day: "実施する日",
    law: (law: string) => `法律で定められています（${law}）`,
    lawFrom: (law: string, day: string) => `${day}から義務になる予定です（${law}）`,
    save: "回答を保存する",
    sheet: "貼り出し用のページ（PDF）",
    repeat: "今年度のチェックを始める",
    share: "みんなで答えるためのアドレスを発行する",
    shared: "次のアドレスを、いっしょに答える方にお知らせください。お名前は記録されません。",
    spread: (yes: number, partly: number, no: number) =>
      `できている ${yes}人・一部 ${partly}人・まだ ${no}人`,
    voices: (count: number) => `${count}人が回答しました。意見が分かれた質問は、人数で表示しています。`,
    agreed: "全員一致",
    remove: "このチェックを削除する",
    removeGoes: "回答と次の一歩が完全に削除されます。元に戻せません。公開した宣言は残ります。",
    removed: "チェックを削除しました。",
    all: "この地域のできることと宣言を見る",
    entered: "会社・お店でのこれまでのチェック",
    enter: "この内容を使って、健康づくりの表彰・登録に応募する",
  },
  en: {
    title: "Your result",
    keep: "Keep the address of this page to go on at any time, and do not pass it on.",
    score: "What you do already",
    scoreOf: (percent: number, base: number) => `${percent}% (of ${base} questions that apply)`,
    noScore: "No question applies, so there is no share.",
    unanswered: (count: number) => `${count} questions are not answered yet.`,
    alike: (size: string, checks: number, percent: number) =>
      `The average of ${checks} workplaces of your size (${size}) is ${percent}%.`,
    alikeFew: "Once ten workplaces of your size have answered, you can compare.",
    progress: (percent: number) =>
      `Since your first check you have gone ${percent}% of the way that was left.`,
    todo: "What you could do next",
    done: "What you do already",
    notAsked: "Questions that do not apply",
    step: "Next step",
    taken: "Under way",
    takenOn: (day: string) => `Planned for ${day}`,
    number: (number: string) => `Number ${number}`,
    open: "Go on",
    declined: "Not this time",
    decline: "Not this time",
    finish: "It is done",
    askAgain: "It is done. Please answer once more how it is now.",
    day: "Day",
    law: (law: string) => `Required by law (${law})`,
    lawFrom: (law: string, day: string) => `To become a duty on ${day} (${law})`,
    save: "Save the answers",
    sheet: "Page to hang up (PDF)",
    repeat: "Begin this year's check",
    share: "Make an address for answering together",
    shared: "Give this address to those who answer with you. No names are kept.",
    spread: (yes: number, partly: number, no: number) => `yes ${yes}, partly ${partly}, not yet ${no}`,
    voices: (count: number) => `${count} people answered. Where they differ, the numbers are shown.`,
    agreed: "all agree",
    remove: "Delete this check",
    removeGoes: "Your answers and steps are deleted for good. A public pledge stays.",
    removed: "The check was deleted.",
    all: "See what others here can do and pledge",
    entered: "Checks of your workplace",
    enter: "Enter an award with what you told here (in Japanese)",
  },
} as const;

/** What is undertaken, and the page that shows it to everybody. */
export const PLEDGES = {
  ja: {
    title: "みんなのできること",
    lead: "働く人の健康づくりのために、それぞれの立場でできることと、今年度の宣言です。",
    make: "今年度に取り組むことを宣言する",
    name: "会社・団体の名前",
    action: "今年度に取り組むこと",
    open: "地域のページで公開する（事務局が確認してから掲載します）",
    submit: "宣言する",
    own: "これまでの宣言",
    withdraw: "取り下げる",
    finish: "取り組みました",
    finished: (day: string) => `${day} に取り組みました`,
    tooMany: "宣言は10件までです。",
    planned: "すでに事業計画に登録されています。",
    who: "取り組んでいる会社・団体",
    none: "まだ宣言はありません。",
    initiatives: "事業計画の取組",
    start: "自分のできることをチェックする",
    source: "出典",
  },
  en: {
    title: "What each can do",
    lead: "What each can do for the health of people who work, and what is pledged for this year.",
    make: "Pledge what you will do this year",
    name: "Name of the company or organisation",
    action: "What you will do this year",
    open: "Show it on the page of the area (the secretariat looks at it first)",
    submit: "Pledge",
    own: "Your pledges",
    withdraw: "Take it back",
    finish: "We did it",
    finished: (day: string) => `Done on ${day}`,
    tooMany: "At most ten pledges.",
    planned: "It is in the plan already.",
    who: "Who does it",
    none: "No pledge yet.",
    initiatives: "In the area's plan",
    start: "Check what you can do",
    source: "Source",
  },
} as const;

/** Pages of the secretariat. */
export const OFFICE = {
  title: "健康宣言",
  lead: "公開を希望した宣言を確認します。チェックの回答は、事務局には表示されません。",
  none: "公開を希望した宣言はありません。",
  show: "公開する",
  refuse: "掲載を見送る",
  plan: "事業計画に登録する",
  planned: "事業計画に登録済み",
  questions: "チェックの質問",
  questionsLead: "地域独自の質問を加えられます。取り下げても、前に行われたチェックの結果は変わりません。",
  add: "質問を加える",
  withdraw: "取り下げる",
  own: "地域の質問",
  shipped: (edition: string) => `${edition}年版`,
} as const;

/** The page of one who answers with others. */
export const VOICE = {
  ja: {
    lead: "いっしょに答える方の回答です。お名前は記録されません。質問ごとの人数だけが結果に表示されます。",
    submit: "回答を送信する",
    said: "回答を受け付けました。ありがとうございました。",
  },
  en: {
    lead: "Your answers count with those of the others. No names are kept; the result shows numbers alone.",
    submit: "Send",
    said: "Thank you, your answers were received.",
  },
} as const satisfies In<string>;

/** Where the acts are taken from. */
export const SOURCE = {
  ja: "各主体ができることの出典: 厚生労働省健康局総務課保健指導室 資料7（平成22年度ごろ）。質問の文は当システムによります。",
  en: "Source of the acts: material 7 of the ministry's office for health guidance, about fiscal 2010; the wording is ours.",
} as const;

/** What an entry for an award is told of a check. */
export const RELEASED = {
  check: "できることチェックを行いました",
  lecture: (number: string) => `健康講座などを行いました（受付番号 ${number}）`,
} as const;
