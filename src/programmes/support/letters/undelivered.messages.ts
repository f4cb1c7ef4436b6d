export const UNDELIVERED = {
  byPhone: "電話でたずねてください",
  tellByPhone: "電話で伝えてください",
  elsewhere: "別のメールアドレスにたずねる",
  address: "メールアドレス",
  addressHint: "この依頼だけの宛先です。提供のページのメールアドレスも直しておくと、次から届きます。",
  askThere: "このアドレスにたずねる",
  workplace: "事業所へのメール",
  wrongAddress: "メールアドレスを1つ、example@example.jp の形で書いてください。",
} as const;

/** What a workplace is told on its own page. */
export const OWN_MAIL = {
  ja: {
    title: (address: string) => `${address} に、お知らせのメールが届きませんでした。`,
    text: "お知らせは、このページでも見られます。このページのアドレス（URL）を控えておくか、事務局に正しいメールアドレスをお知らせください。",
  },
  en: {
    title: (address: string) => `Our mail to ${address} did not arrive.`,
    text: "You see all news on this page, too. Keep its address, or tell the office the right mail address.",
  },
} as const;
