import type { BookletLanguage } from "./booklet.messages.ts";

/** Words of the page from which anybody prints the booklet, or begins with an account. */
export const BOOKLET_PAGE: Readonly<
  Record<
    BookletLanguage,
    Readonly<{
      title: string;
      lead: string;
      paper: string;
      paperLead: string;
      a4: string;
      a5: string;
      account: string;
      accountLead: string;
      begin: string;
      open: string;
      who: string;
    }>
  >
> = {
  ja: {
    title: "健康ファイル",
    lead: "健診結果を毎年保存し、ご自身の変化を確認するためのファイルです。退職した後も続けて使えます。",
    paper: "紙で始める",
    paperLead: "登録は要りません。印刷して、結果票を見ながら書き込みます。",
    a4: "冊子を印刷する（PDF・A4横）",
    a5: "冊子を印刷する（PDF・A5）",
    account: "アカウントで始める",
    accountLead:
      "入力した内容は、合言葉から作る鍵で暗号化して保存します。職場・保険者・役所・運営者からは見えません。",
    begin: "アカウントを登録する",
    open: "健康ファイルを開く",
    who: "誰が開けるか",
  },
  easy: {
    title: "健康（けんこう）ファイル",
    lead: "健康診断（けんこうしんだん）の結果（けっか）を、毎年（まいとし） 書（か）いておくファイルです。仕事（しごと）を やめても 使（つか）えます。",
    paper: "紙（かみ）で 始（はじ）める",
    paperLead: "紙に 印刷（いんさつ）して、自分（じぶん）で 書きます。お金（かね）は いりません。",
    a4: "大（おお）きい紙（PDF・A4）",
    a5: "小（ちい）さい紙（PDF・A5）",
    account: "インターネットで 始める",
    accountLead:
      "あなたの「合言葉（あいことば）」がないと、だれも 見（み）ることが できません。会社（かいしゃ）も 役所（やくしょ）も 見ることが できません。",
    begin: "メールアドレスで 登録（とうろく）する",
    open: "健康ファイルを 開（ひら）く",
    who: "だれが 開くことが できますか",
  },
  en: {
    title: "My health file",
    lead: "Keep your checkup results year after year and see how they change. It stays yours after a job ends.",
    paper: "Begin on paper",
    paperLead: "No account needed: print it and copy your result sheet into it.",
    a4: "Print the booklet (PDF, A4)",
    a5: "Print the booklet (PDF, A5)",
    account: "Begin with an account",
    accountLead:
      "What you enter is encrypted with a key made from your own passphrase. Neither employer, insurer, office nor operator can read it. The pages of the account are in Japanese.",
    begin: "Make an account",
    open: "Open my health file",
    who: "Who can open it",
  },
};
