export const EDITING = {
  title: "手紙の文",
  lead: "メールで送る文を、地域の言葉に直せます。手紙の名前を選ぶと、文が開きます。病気や話の内容は書かず、リンクの先で見せます。",
  edit: "文を直す",
  subjectLabel: "件名",
  bodyLabel: "本文",
  hint: (names: readonly Readonly<{ key: string; name: string }>[]) =>
    `{ } のところは、送るときに置きかわります: ${names.map(({ key, name }) => `{${key}} ${name}`).join("、")}`,
  previewing: "見え方を確かめる",
  save: "この文を保存する",
  restore: "もとの文に戻す",
  saved: "保存しました。つぎに送る手紙から、この文になります。",
  restored: "もとの文に戻しました。",
  shown: "見え方を確かめています。まだ保存されていません。",
  changed: "書きかえ済み",
  own: "保存されている文の見え方",
  typed: "いま書いた文の見え方",
  subject: "件名を200字までで書いてください。",
  body: "本文を5,000字までで書いてください。",
  link: "{link} がないと、受け取った人がページを開けません。本文に入れてください。",
  placeholder: (found: string, names: readonly string[]) =>
    `${found} は使えません。波かっこで使えるのは ${names.map((name) => `{${name}}`).join(" ")} です。`,
} as const;

export const LANGUAGE_NAMES = { ja: "日本語", en: "英語" } as const;
