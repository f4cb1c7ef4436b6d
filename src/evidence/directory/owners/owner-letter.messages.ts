import type { LetterText } from "#foundation/letters/public.ts";

export const OWNER_PLACEHOLDERS = {
  to: { name: "宛名", ja: "石見クリニック 御中" },
  name: { name: "掲載の名称", ja: "石見クリニック 禁煙外来" },
  office: { name: "事務局の名前", ja: "浜田圏域 地域資源の事務局" },
  phone: { name: "事務局の電話番号", ja: "0855-00-0000" },
  link: { name: "確認のページへのリンク", ja: "https://yui.example.jp/d/…" },
} as const;

const check: LetterText = {
  subject: "【掲載内容のご確認】{name}",
  body: [
    "{to}",
    "",
    "いつもお世話になっております。{office}です。",
    "地域の健康づくりに役立つところとして掲載している内容（連絡先、日時、受付の状況など）に変更がないか、次のページでご確認をお願いします。",
    "変更がない場合は、ボタンを1回押すだけで完了します。ログインは不要です。",
    "{link}",
    "掲載を希望されない場合も、同じページからお手続きいただけます。",
    "",
    "――――――――",
    "{office}",
    "電話 {phone}",
    "※送信専用のメールです。ご返信いただいても確認できません。",
  ].join("\n"),
};

export const TO_OWNERS = { check: { name: "掲載内容の確認の依頼", ja: check } } as const;

export const officeOf = (area: string): string => `${area} 地域資源の事務局`;

/** The page that an owner opens by the link of that letter. */
export const OWNER = {
  title: "掲載内容のご確認",
  lead: "次の内容で掲載しています。変更がなければ「変更はありません」を押してください。",
  confirm: "変更はありません",
  confirmed: "ご確認ありがとうございました。確認日を本日に更新しました。",
  wrong: "変更がある場合",
  wrongLead: "変更の内容を入力してください。事務局が掲載を修正します。",
  words: "変更の内容",
  send: "送信する",
  sent: "お知らせを受け付けました。事務局が掲載を修正します。",
  intake: "現在の受付の状況",
  intakeLead: "利用を希望する方に表示されます。期限を過ぎると、表示は自動で「未確認」になります。",
  intakeSave: "受付の状況を更新する",
  intakeSaved: "受付の状況を更新しました。",
  unlist: "掲載を希望しない場合",
  unlistLead: "公開ページから掲載を取りやめ、今後の取り込みでも掲載しません。",
  unlistSubmit: "掲載を取りやめる",
  unlisted: "掲載を取りやめました。",
  dead: "このページは使用できません",
  deadLead: "リンクの期限が切れたか、掲載が終了しています。変更のご連絡は、事務局までお電話ください。",
} as const;
