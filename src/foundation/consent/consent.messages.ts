import type {
  ConsentState,
  DataClass,
  EmployerMayKnow,
  GroundOnBehalf,
  OnBehalf,
  Way,
} from "./consent.schema.ts";

export const CLASS_WORDS: Readonly<Record<DataClass, string>> = {
  name: "氏名",
  "birth-date": "生年月日",
  contact: "連絡先",
  family: "家族の状況",
  workplace: "勤務先・働き方",
  consultation: "相談の内容",
  checkup: "健康診断の結果",
  "stress-check": "ストレスチェックの結果",
  interview: "面接指導の結果",
};

export const STATE_WORDS: Readonly<Record<ConsentState, string>> = {
  effective: "有効",
  later: "開始前",
  superseded: "新しい同意に置き換え済み",
  withdrawn: "撤回",
  ended: "終了",
  expired: "期限切れ",
  unconfirmed: "確認期限切れ",
  invalid: "無効",
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  paper: "書面",
  screen: "画面",
  telephone: "電話",
  spoken: "口頭",
};

export const EMPLOYER_WORDS: Readonly<Record<EmployerMayKnow, string>> = {
  nothing: "何も伝えない",
  "that-consulted": "相談したことだけ伝えてよい",
  all: "内容も伝えてよい",
};

export const ON_BEHALF_WORDS: Readonly<Record<OnBehalf, string>> = {
  parent: "親権者",
  guardian: "後見人など",
  spouse: "配偶者",
  child: "子",
  family: "その他の家族",
  other: "その他の方",
};

export const GROUND_WORDS: Readonly<Record<GroundOnBehalf, string>> = {
  legal: "法律で本人を代理する方のため",
  unable: "本人が意思を表せないため",
  bereaved: "本人が亡くなっているため",
};
