export const PAGE = {
  title: "依頼への回答",
  lead: "行ける日を答えてください。ログインは不要です。",
  comment: "備考",
  proposal: "ほかの案",
  proposalHint: "例: 12月10日の午後なら行けます",
  submit: "回答を送信する",
  wrong: "送信できませんでした。印のある箇所を修正してください。",
  sent: "回答を受け付けました。ありがとうございます。決定するまで変更できます。",
  decidedForYou: "お願いすることになりました",
  gone: "行けなくなったとき",
  goneLead: "事務局と事業所に連絡し、日程を再調整します。",
  goneSubmit: "行けなくなった",
  reported: "報告を受け付けました。ありがとうございます。",
  goneSaid: "ご連絡を受け付けました。事務局が、ほかの機関や日にちを探します。",
  feedback: "事業所の感想",
  released: "今回は、ほかの機関にお願いすることになりました。ご回答ありがとうございました。",
  back: "依頼に戻る",
  dead: "このページは、もう使えません",
  deadLead:
    "この件は終わったか、アドレス（URL）が正しくありません。メールにあるリンクを、もう一度そのまま開いてみてください。それでも開けないときは、事務局にお知らせください。",
} as const;

/** The questions of a report. */
export const REPORT = {
  heldOn: "行った日",
  people: "参加した人数",
  content: "実施内容",
  effect: "手ごたえ",
  questions: "出た質問",
  materials: "使用した教材",
} as const;
