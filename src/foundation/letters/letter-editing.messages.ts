export const EDITING = {
  title: "メールの文面",
  lead: "送信するメールの文面を、地域ごとに変更できます。メールの名称を選択すると文面が開きます。病名や相談内容は記載せず、リンク先のページに表示します。",
  edit: "文面を編集する",
  subjectLabel: "件名",
  bodyLabel: "本文",
  hint: (names: readonly Readonly<{ key: string; name: string }>[]) =>
    `{ } のところは、送るときに置きかわります: ${names.map(({ key, name }) => `{${key}} ${name}`).join("、")}`,
  previewing: "プレビューを表示する",
  save: "この文を保存する",
  restore: "もとの文に戻す",
  restoreAsks: "この地域で変更した文面を削除し、もとの文に戻します。変更した文面は元に戻せません。",
  restoring: "戻しています…",
  saved: "保存しました。次に送信するメールから、この文面になります。",
  restored: "もとの文に戻しました。",
  shown: "プレビューを表示しています。まだ保存していません。",
  changed: "変更済み",
  own: "保存されている文の見え方",
  typed: "入力中の文面のプレビュー",
  subject: "件名を200文字以内で入力してください。",
  body: "本文を5,000文字以内で入力してください。",
  link: "{link} がないと、受け取った人がページを開けません。本文に入力してください。",
  placeholder: (found: string, names: readonly string[]) =>
    `${found} は使えません。波かっこで使えるのは ${names.map((name) => `{${name}}`).join(" ")} です。`,
} as const;

export const LANGUAGE_NAMES = { ja: "日本語", en: "英語" } as const;
