export const CERTIFICATE = {
  title: "修了証",
  lead: "基準に達した方に発行します。お名前は、参加者が登録した表記で記載されます。",
  reached: (n: number) => `基準に達した方 ${n}人`,
  canReach: (n: number) => `今後の出席で達する見込みの方 ${n}人`,
  missed: (n: number) => `達しなかった方 ${n}人`,
  unnamed: (n: number) => `お名前が未登録のため発行できない方 ${n}人`,
  issue: "基準に達した方に発行する",
  none: "まだ発行していません。",
  noRule: "この催しでは修了証を発行しません。発行する場合は、催しの編集で基準を登録してください。",
  noIssuer: "修了証の発行者が登録されていません。催しの編集で登録してください。",
  print: "修了証を印刷する（PDF）",
  number: "番号",
  name: "お名前",
  attended: "出席",
  issuedOn: "発行日",
  state: "状況",
  valid: "有効",
  replaced: (day: string) => `${day}に再発行（この番号は無効）`,
  attendedText: (sessions: number, minutes: number) => `${sessions}回（${minutes}分）`,
  correct: "お名前を訂正して再発行する",
  correctHint: "新しい番号で発行し、以前の番号は「再発行済み」と表示されます。",
  newName: "正しいお名前",
  back: "催しに戻る",
};

export const CERTIFICATE_CHECK = {
  title: "修了証の確認",
  lead: "修了証に記載された番号で、有効な修了証かどうかを確認できます。お名前は表示されません。",
  number: "修了証の番号",
  submit: "確認する",
  valid: "この番号の修了証は有効です。",
  replaced: (day: string) => `この番号の修了証は、${day}に再発行されたため無効です。`,
  none: "この番号の修了証はありません。番号をご確認ください。",
  course: "催し",
  attended: "出席",
  issuer: "発行者",
  issuedOn: "発行日",
};

export const CERTIFICATE_PAPER = {
  title: "修了証",
  number: (number: string) => `第 ${number} 号`,
  to: (name: string) => `${name} 様`,
  text: (title: string, span: string, attended: string) =>
    `あなたは、${span}に開催した「${title}」（出席 ${attended}）を修了したことを証します。`,
  check: "この修了証は、右の二次元コードのページで確認できます。",
  alt: "修了証を確認するページの二次元コード",
};
