export const UNDELIVERED = {
  byPhone: "電話で確認してください",
  tellByPhone: "電話で伝えてください",
  elsewhere: "別のメールアドレスに打診する",
  address: "メールアドレス",
  addressHint:
    "この依頼だけの宛先です。支援メニューのページのメールアドレスも変更しておくと、次回から届きます。",
  askThere: "このアドレスに送信する",
  elsewhereAsk: "このメールアドレスに打診します。",
  send: "送信する",
  workplace: "事業所へのメール",
  wrongAddress: "メールアドレスを1つ、example@example.jp の形で入力してください。",
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
