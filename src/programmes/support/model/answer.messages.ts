export const PAGE = {
  title: "依頼への返事",
  lead: "行ける日を答えてください。ログインはいりません。",
  comment: "ひとこと",
  proposal: "ほかの案",
  proposalHint: "例: 12月10日の午後なら行けます",
  submit: "返事を送る",
  wrong: "まだ送られていません。印のところを直してください。",
  sent: "返事を受け取りました。ありがとうございます。返事は、決まるまで直せます。",
  decidedForYou: "お願いすることになりました",
  gone: "行けなくなったとき",
  goneLead: "事務局と事業所に知らせて、日程を組み直します。",
  goneSubmit: "行けなくなった",
  goneSaid: "知らせを受け取りました。事務局が、ほかの機関や日にちを探します。",
  feedback: "事業所の感想",
  released: "今回は、ほかの機関にお願いすることになりました。お返事ありがとうございました。",
  back: "依頼にもどる",
  dead: "このページは、もう使えません",
  deadLead:
    "この件は終わったか、アドレス（URL）が正しくありません。メールにあるリンクを、もう一度そのまま開いてみてください。それでも開けないときは、事務局にお知らせください。",
} as const;

/** The questions of a report. */
export const REPORT = {
  heldOn: "行った日",
  people: "参加した人数",
  content: "したこと",
  effect: "手ごたえ",
  questions: "出た質問",
  materials: "使った教材",
} as const;
