import { defineLetters } from "#foundation/letters/public.ts";

/** Mails to workplaces of a survey: they say whose survey it is and until when, and nothing of what was answered. */
export const SURVEY_LETTERS = defineLetters({
  module: "surveys",
  title: "調査の依頼文",
  placeholders: {
    to: { name: "宛名", ja: "見本製作所 御中" },
    title: { name: "調査名", ja: "中小事業所実態調査" },
    sender: { name: "差出人・問い合わせ先", ja: "浜田保健所　電話 0855-00-0000" },
    deadline: { name: "回答期限", ja: "2026年12月18日" },
    link: { name: "回答ページへのリンク", ja: "https://yui.example.jp/s/…" },
  },
  everywhere: ["to", "title", "sender", "deadline"],
  readers: [
    {
      title: "事業所へのメール",
      letters: {
        invite: {
          name: "調査のお願い",
          ja: {
            subject: "【調査のお願い】{title}・{deadline}まで",
            body: "{to}\n\n平素よりお世話になっております。\n{title}へのご協力をお願いします。次のページから、3分ほどで回答できます。\n\n{link}\n\n回答期限　{deadline}\n\n――――――――\n{sender}\n※送信専用のメールです。ご返信いただいても確認できません。",
          },
        },
        remind: {
          name: "回答のお願い（再度）",
          ja: {
            subject: "【再度のお願い】{title}・{deadline}まで",
            body: "{to}\n\nお願いしている{title}は、まだ回答をいただいていません。行き違いでしたらご容赦ください。\n\n{link}\n\n回答期限　{deadline}\n\n――――――――\n{sender}\n※送信専用のメールです。ご返信いただいても確認できません。",
          },
        },
      },
    },
  ],
});
