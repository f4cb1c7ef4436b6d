const JA = {
  title: "ご確認のページ",
  gone: "このアドレスはご利用いただけません。期限が切れたか、新しいものが発行されています。窓口にお問い合わせください。",
  ask: "ご本人が決めた合言葉を入力してください。",
  word: "合言葉",
  open: "開く",
  wrong: (left: number) => `合言葉が違います。あと${left}回入力できます。`,
  shut: "合言葉の入力を続けて間違えたため、約30分間はご利用いただけません。お急ぎの場合は、窓口にお電話ください。",
  print: "印刷する",
  consents: "同意していること",
  consentsLead: "いつでも取り消せます。取り消しても、不利になることはありません。",
  noConsents: "同意していることはありません。",
  items: "伝えてよいこと",
  employer: "勤務先",
  until: "期限",
  noEnd: "相談の終了まで",
  withdrawFold: "この同意を取り消す",
  withdrawLead: (receiver: string) =>
    `取り消すと、${receiver}は、その時からあなたの情報を見られなくなります。`,
  withdraw: "取り消す",
  withdrawn: "同意を取り消しました。この画面は印刷できます。",
  handed: "情報を伝えた機関",
  none: "ありません。",
  looks: "あなたの情報を見た機関",
  looksLead: "機関と役割だけを表示します。担当者の名前は表示しません。",
  leave: "このページを離れる",
};
type Texts = typeof JA;

const EN: Texts = {
  title: "Your page",
  gone: "This address can't be used: its time is over, or a new one was given out. Please ask the office.",
  ask: "Enter the word that you chose.",
  word: "Your word",
  open: "Open",
  wrong: (left) => `That is not the word. You can try ${left} more times.`,
  shut: "The page is closed for about 30 minutes after several wrong words. If it is urgent, please call the office.",
  print: "Print",
  consents: "What you agreed to",
  consentsLead: "You can take it back at any time. Nothing bad follows from it.",
  noConsents: "You have agreed to nothing.",
  items: "May be told",
  employer: "Your employer",
  until: "Until",
  noEnd: "the end of the consultation",
  withdrawFold: "Take this consent back",
  withdrawLead: (receiver) => `From that moment on ${receiver} can't see your information any more.`,
  withdraw: "Take back",
  withdrawn: "You have taken the consent back. You can print this page.",
  handed: "Offices that were told",
  none: "None.",
  looks: "Offices that looked at your information",
  looksLead: "Offices and roles alone; names of staff are not shown.",
  leave: "Leave this page",
};
export const OWN_TEXTS = { ja: JA, en: EN };

/** In English what stands there in Japanese: kinds of data, states, roles. Names of offices stay as they are. */
const ENGLISH: Readonly<Record<string, string>> = {
  ...{ 氏名: "name", 生年月日: "date of birth", 連絡先: "how to reach you", 家族の状況: "your family" },
  ...{ "勤務先・働き方": "your work", 相談の内容: "what you told", 健康診断の結果: "results of check-ups" },
  ...{ ストレスチェックの結果: "results of the stress check", 面接指導の結果: "results of the interview" },
  ...{ 何も伝えない: "is told nothing", 相談したことだけ伝えてよい: "may know that you came, no more" },
  ...{ 内容も伝えてよい: "may be told what you said" },
  ...{ 有効: "in force", 開始前: "not begun", 新しい同意に置き換え済み: "replaced by a newer one" },
  ...{ 撤回: "taken back", 終了: "ended", 期限切れ: "run out", 確認期限切れ: "not confirmed in time" },
  ...{ 無効: "never counted", 下書き: "draft", 送付済み: "sent", 受領済み: "received", 引受済み: "accepted" },
  ...{ 支援中: "supporting you", 引受不可: "declined", 取下げ: "taken back by the sender" },
  ...{
    同意撤回により終了: "ended: you took your consent back",
    同意の期限切れにより終了: "ended: consent ran out",
  },
  ...{ 相談担当: "caseworker", 相談の責任者: "supervisor", ご本人: "yourself" },
  ...{
    相談の記録: "record of the consultation",
    紹介の内容: "what was handed over",
    このページ: "this page",
  },
};
export const ownWord = (language: "ja" | "en", word: string): string =>
  language === "en" ? (ENGLISH[word] ?? word) : word;
