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
    withdrawAsks: (action: string) =>
      `「${action}」の宣言を取り下げます。公開している場合は、掲載も終了します。`,
    withdrawBusy: "取り下げています…",
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
    withdrawAsks: (action: string) => `You take back “${action}”. It is shown to nobody any more.`,
    withdrawBusy: "Taking it back…",
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
  questionsLead: "地域独自の質問を追加できます。取り下げても、前に行われたチェックの結果は変わりません。",
  add: "質問を追加する",
  withdraw: "取り下げる",
  withdrawAsks: (question: string) =>
    `「${question}」を取り下げます。新しいチェックでは質問しません。前に行われたチェックの結果は変わりません。`,
  withdrawBusy: "取り下げています…",
  own: "地域の質問",
  shipped: (edition: string) => `${edition}年版`,
} as const;

/** Where the acts are taken from. */
export const SOURCE = {
  ja: "各主体ができることの出典: 厚生労働省健康局総務課保健指導室 資料7（平成22年度ごろ）。質問の文は当システムによります。",
  en: "Source of the acts: material 7 of the ministry's office for health guidance, about fiscal 2010; the wording is ours.",
} as const;
