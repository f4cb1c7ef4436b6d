import type { Language } from "../model/offer.messages.ts";

const ja = {
  again: "もう一度申し込む",
  againLead: "同じ内容を入力済みの申込画面を開きます。日にちを選択するだけで送信できます。",
  person: "従業員個人の相談先",
  personLead:
    "体や心のことで相談したい人がいるときは、相談できるところの案内があります。だれのことかは、ここには書かないでください。",
  personShow: "案内を見る",
  personShown: "相談できるところ",
  personPrint: "従業員の方にお渡しする案内（印刷用）を見る",
  leaflet: "従業員の方の相談先",
  leafletLead:
    "体や心のことで困ったときに、一人で相談できるところです。相談したことは、会社には伝わりません。",
  hours: "受付時間",
  telephone: "電話",
  fee: "費用",
  personNone: "この圏域の相談先は、まだ登録されていません。保健所にお電話ください。",
  next: "来年のお知らせ",
  nextLead: "その日にメールをお送りします。メールのリンクから、同じ内容で申し込めます。",
  nextDay: "お知らせする日",
  nextSave: "この日にお知らせを受け取る",
  nextSet: (day: string) => `${day}にメールでお知らせします。`,
  nextWrong: "明日から2年先までの日付を選択してください。",
};
const en: typeof ja = {
  again: "Ask again",
  againLead: "Opens a request that is filled in already. Choose the days and send it.",
  person: "Help for one person",
  personLead:
    "If somebody wants to talk about their health, see where they can go. Please do not write here who it is.",
  personShow: "Show where to go",
  personShown: "Where a person can go",
  personPrint: "Open a page to print and hand to your workers",
  leaflet: "Where workers can get help",
  leafletLead: "Places where you can talk about your health by yourself. Your employer is not told.",
  hours: "Hours",
  telephone: "Telephone",
  fee: "Fee",
  personNone: "No place is listed for this area yet. Please telephone the health centre.",
  next: "Next year",
  nextLead: "We send you a mail on that day, with a link to ask for the same.",
  nextDay: "When to tell you",
  nextSave: "Tell us on that day",
  nextSet: (day) => `We send you a mail on ${day}.`,
  nextWrong: "Choose a day from tomorrow to two years ahead.",
};
export const AFTER_TEXTS: Readonly<Record<Language, typeof ja>> = { ja, en };
