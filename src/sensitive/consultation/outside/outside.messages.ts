/** What an office outside answers by the link, and what its reply part asks. */
export const ANSWER_WORDS = {
  arrived: "届きました（内容はこれから確認します）",
  contacted: "ご本人と連絡がとれました",
  declined: "引き受けられません",
} as const;

export const HANDED_WORDS = { file: "パスワード付きのファイル", paper: "紙" } as const;

export const LETTER = {
  title: "紹介状",
  reply: "返信用紙",
  replyLead:
    "この用紙をファックスまたは郵送でお返しください。ご本人のお名前や相談の内容は記入しないでください。",
  arrivedOn: "届いた日",
  contacted: "ご本人との連絡",
  contactedChoices: "□ とれた（　　月　　日）　　□ とれなかった",
  taken: "引受け",
  takenChoices: "□ 引き受ける　　□ 引き受けられない",
  by: "ご担当（機関・電話）",
  agreed: "この書類には、ご本人が同意した項目だけを記載しています。ほかの機関や勤務先に渡さないでください。",
  lawful:
    "この書類は、ご本人の同意によらず、法律の定めまたは差し迫った危険のためにお渡しするものです。ほかの機関や勤務先に渡さないでください。",
  link: "届いたこと・ご本人と連絡がとれたことは、次のページからも返信できます。",
} as const;

export const NOT_OUTSIDE = "システム内の機関への紹介のため、書類の作成は不要です。何も変わっていません。";
