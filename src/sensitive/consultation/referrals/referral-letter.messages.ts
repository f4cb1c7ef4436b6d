import type { Letter, Placeholder } from "#foundation/letters/public.ts";

/** What a mail about a referral may say: never whom it is about, nor why. */
export const REFERRAL_PLACEHOLDERS = {
  office: { name: "宛先の機関", ja: "浜田保健所" },
  until: { name: "受領の期限", ja: "2026年11月26日" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/offices/…/referrals" },
} as const satisfies Record<string, Placeholder>;

const END =
  "このメールに、個人の情報は記載していません。内容は、ログインしてご確認ください。\n健康づくりの連携システム「結 Yui」";

export const REFERRAL_LETTERS_SHIPPED = {
  arrived: {
    name: "紹介が届いたとき",
    ja: {
      subject: "【紹介の受領】{until}まで（結 Yui）",
      body: `{office} 相談担当 各位\n\n紹介が1件届いています。{until}までに受領してください。\n\n{link}\n\n${END}`,
    },
  },
  answered: {
    name: "送付した紹介に回答があったとき",
    ja: {
      subject: "【紹介の回答】回答がありました（結 Yui）",
      body: `{office} 相談担当 各位\n\n送付した紹介に回答がありました。\n\n{link}\n\n${END}`,
    },
  },
  changed: {
    name: "紹介の状況が変わったとき",
    ja: {
      subject: "【紹介】状況が変わりました（結 Yui）",
      body: `{office} 相談担当 各位\n\n紹介の状況が変わりました（終了、取下げ、取下げの希望、同意の撤回のいずれか）。ご確認ください。\n\n{link}\n\n${END}`,
    },
  },
  unanswered: {
    name: "回答の期限を過ぎたとき",
    ja: {
      subject: "【紹介の回答】期限を過ぎています（結 Yui）",
      body: `{office} 相談担当 各位\n\n受領後、回答の期限を過ぎた紹介があります。状況をご確認ください。\n\n{link}\n\n${END}`,
    },
  },
  unseconded: {
    name: "緊急の紹介を責任者が1日以上確認していないとき",
    ja: {
      subject: "【緊急の紹介】責任者の確認が済んでいません（結 Yui）",
      body: `{office} 相談の責任者 各位\n\n同意によらず送付した緊急の紹介について、送付した人とは別の責任者の確認が、1日を過ぎても済んでいません。至急、ご確認ください。\n\n{link}\n\n${END}`,
    },
  },
  late: {
    name: "受領の期限を過ぎたとき",
    ja: {
      subject: "【紹介の受領】期限を過ぎています（結 Yui）",
      body: `{office} 相談担当 各位\n\n受領の期限（{until}）を過ぎた紹介があります。状況をご確認ください。\n\n{link}\n\n${END}`,
    },
  },
} as const satisfies Record<string, Letter>;
