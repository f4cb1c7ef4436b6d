import type { Disposition, SurveyKind, SurveyState, Unit } from "./survey.schema.ts";

export const KIND_WORDS: Readonly<Record<SurveyKind, string>> = {
  workplace: "事業所への調査",
  worker: "従業員への調査（匿名）",
  hearing: "聞き取り（ヒアリング）",
};
export const STATE_WORDS: Readonly<Record<SurveyState, string>> = {
  draft: "準備中",
  open: "実施中",
  closed: "終了",
};
export const WAY_WORDS: Readonly<Record<Unit["way"], string>> = {
  mail: "メール",
  letter: "郵送",
  handed: "会合などで手渡し",
  telephone: "電話",
  visit: "訪問",
};
export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  none: "回答なし",
  complete: "回答済み",
  partial: "一部回答",
  refused: "拒否",
  undeliverable: "宛先不明",
  closed: "廃業・移転",
};
export const QUESTION_WORDS = {
  single: "1つ選択",
  multiple: "複数選択",
  scale: "段階（順序のある選択肢）",
  grid: "表（行ごとに選択）",
  number: "数値",
  month: "年月",
  text: "自由記述",
} as const;

/** What the public reads on the page of a survey, in the languages of the house's own. */
export const ANSWERING = {
  ja: {
    lead: "回答には3分ほどかかります。途中で閉じても、この端末に入力した内容が残ります。",
    submit: "回答を送信する",
    keep: "途中まで保存する",
    kept: "途中まで保存しました。同じリンクから続きを入力できます。",
    thanks: "ご回答ありがとうございました。",
    already: "この調査には、すでにご回答いただいています。",
    gone: "このアドレス（URL）では回答できません。受付を終了したか、番号が違います。",
    retype: "番号を入力し直す",
    anonymous:
      "どなたの回答かは分からない仕組みです。回答には、番号・日時・事業所の名前は残りません。勤務先が個々の回答を見ることはありません。",
    must: "必ずお答えください",
    other: "その他の内容",
    code: "回答用の番号",
    start: "回答を始める",
    check: "この内容で送信します",
    help: "つらい気持ちのときは、次の電話に相談できます。",
    screened: "この質問は、職場全体の傾向をみるためのものです。個人の病気を調べるものではありません。",
    form: "調査票",
    blank: "未回答",
    more: "回答の続きを入力する",
    whole: "すべての質問を1ページに表示する",
    stepped: "1ページずつ表示する",
  },
  easy: {
    lead: "3ぷんくらいで おわります。とちゅうで やめても だいじょうぶです。",
    submit: "おくる",
    keep: "とちゅうまで のこす",
    kept: "とちゅうまで のこしました。",
    thanks: "こたえて くれて、ありがとう ございました。",
    already: "もう こたえて もらいました。",
    gone: "この ページでは こたえられません。おわったか、ばんごうが ちがいます。",
    retype: "ばんごうを もういちど いれる",
    anonymous: "だれが こたえたか わかりません。会社（かいしゃ）は あなたの こたえを 見ません。",
    must: "かならず こたえて ください",
    other: "どんな こと ですか",
    code: "ばんごう",
    start: "はじめる",
    check: "これで おくります",
    help: "つらいときは、ここに でんわ できます。",
    screened:
      "これは みんなの ことを しるための しつもん です。あなたの びょうきを しらべる ものでは ありません。",
    form: "アンケート",
    blank: "こたえて いません",
    more: "つづきを こたえる",
    whole: "しつもんを ぜんぶ 見る",
    stepped: "1つずつ 見る",
  },
  en: {
    lead: "This takes about three minutes. What you type stays on this device if you stop in between.",
    submit: "Send the answers",
    keep: "Keep it for later",
    kept: "Kept. Use the same link to go on.",
    thanks: "Thank you for answering.",
    already: "This survey was answered already.",
    gone: "This address can't be answered at. The survey has ended, or the number is wrong.",
    retype: "Type the number again",
    anonymous:
      "Nobody can tell whose answer it is. No number, time or workplace is kept with it. Your employer never sees it.",
    must: "Please answer",
    other: "Please say what",
    code: "Number for answering",
    start: "Begin",
    check: "Send these answers",
    help: "If you are in distress, these lines listen.",
    screened: "These questions show how a whole workplace is. They find no illness of a person.",
    form: "Survey",
    blank: "Not answered",
    more: "Go on answering",
    whole: "Show all questions on one page",
    stepped: "Show them step by step",
  },
} as const;
export type AnsweringLanguage = keyof typeof ANSWERING;
export const answeringIn = (language: string): (typeof ANSWERING)[AnsweringLanguage] =>
  language in ANSWERING ? ANSWERING[language as AnsweringLanguage] : ANSWERING.en;
