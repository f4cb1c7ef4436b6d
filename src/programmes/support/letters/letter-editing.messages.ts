import type { Placeholder, Reader } from "./letter.messages.ts";

const NAMES: Readonly<Record<Placeholder, string>> = {
  number: "受付番号",
  town: "事業所のある市町村",
  size: "従業員の人数",
  office: "窓口の名前",
  link: "ページへのリンク",
  day: "決まった日時",
  deadline: "返事の期限",
  how: "決め方",
};
const braces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(" ");

export const EDITING = {
  title: "手紙の文",
  lead: "メールで送る文を、地域の言葉に直せます。手紙の名前を選ぶと、文が開きます。病気や話の内容は書かず、リンクの先で見せます。",
  edit: "文を直す",
  subjectLabel: "件名",
  bodyLabel: "本文",
  hint: (names: readonly Placeholder[]) =>
    `{ } のところは、送るときに置きかわります: ${names.map((name) => `{${name}} ${NAMES[name]}`).join("、")}`,
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
    `${found} は使えません。波かっこで使えるのは ${braces(names)} です。`,
} as const;

export const READER_NAMES: Readonly<Record<Reader, string>> = {
  workplace: "事業所への手紙",
  supporter: "支援機関への手紙",
  both: "事業所と支援機関の両方への手紙",
  secretariat: "事務局への手紙",
};

export const LANGUAGE_NAMES = { ja: "日本語", en: "英語" } as const;
