import type {
  AGE_BANDS,
  Asker,
  Channel,
  Outcome,
  Source,
  Topic,
  Urgency,
  WITH_WHOM,
  WORKPLACE_SIZES,
} from "./case.schema.ts";

type Words<T extends string> = Readonly<Record<T, string>>;

export const ASKER_WORDS: Words<Asker> = {
  worker: "働いている本人",
  "on-leave": "休職中の本人",
  family: "家族",
  bereaved: "ご遺族",
  employer: "事業主・人事担当者",
  colleague: "同僚・上司",
  office: "関係機関",
};

export const SOURCE_WORDS: Words<Source> = {
  self: "本人から",
  workplace: "職場から",
  lecture: "出前講座のあと",
  event: "催しのあと",
  "stress-check": "ストレスチェックのあと",
  office: "他機関からの紹介",
  notice: "案内・ちらしを見て",
};

export const CHANNEL_WORDS: Words<Channel> = {
  visit: "来所",
  telephone: "電話",
  "home-visit": "訪問",
  online: "オンライン",
  letter: "手紙・メール",
};

export const URGENCY_WORDS: Words<Urgency> = {
  usual: "通常",
  week: "今週中",
  now: "今すぐ",
};

export const OUTCOME_WORDS: Words<Outcome> = {
  solved: "相談の目的を達した",
  referred: "他機関に引き継いだ",
  "continued-elsewhere": "医療機関などで継続",
  declined: "本人が希望しなくなった",
  unreachable: "連絡がつかない",
  moved: "転居",
  died: "死亡",
  other: "その他",
};

export const WITH_WHOM_WORDS: Words<(typeof WITH_WHOM)[number]> = {
  person: "本人",
  family: "家族",
  employer: "勤務先",
  office: "関係機関",
  "not-reached": "つながらなかった",
};

export const AGE_WORDS: Words<(typeof AGE_BANDS)[number]> = {
  "-19": "19歳以下",
  "20-29": "20代",
  "30-39": "30代",
  "40-49": "40代",
  "50-59": "50代",
  "60-69": "60代",
  "70-": "70歳以上",
};

export const SIZE_WORDS: Words<(typeof WORKPLACE_SIZES)[number]> = {
  "1-4": "1〜4人",
  "5-9": "5〜9人",
  "10-29": "10〜29人",
  "30-49": "30〜49人",
  "50-299": "50〜299人",
  "300-": "300人以上",
  none: "勤めていない",
};

export const SEX_WORDS = { male: "男", female: "女", other: "その他・答えない" } as const;

export const TOPIC_WORDS: Words<Topic> = {
  sleep: "睡眠",
  mood: "気分の落ち込み",
  anxiety: "不安",
  overwork: "長時間労働・疲れ",
  relations: "人間関係",
  harassment: "ハラスメント",
  leave: "休職",
  return: "復職",
  alcohol: "飲酒",
  suicidal: "死にたい気持ち",
  bereavement: "大切な人を亡くした",
  "checkup-result": "健診結果",
  "blood-pressure": "血圧",
  "glucose-lipids": "血糖・脂質",
  "weight-diet": "体重・食事",
  smoking: "禁煙",
  "cancer-treatment": "治療と仕事の両立",
  women: "女性の健康",
  "family-care": "介護・育児",
  debt: "お金・生活",
  other: "その他",
};

/** Steps that are taken at once where it is urgent, ticked by who took the call. */
export const URGENT_STEPS = {
  hotline: "相談電話を案内した",
  companion: "そばにいる人を確認した",
  means: "危険なものを遠ざけるよう伝えた",
  doctor: "主治医・精神科救急に連絡した",
  emergency: "119・110に通報した",
  supervisor: "上司に報告した",
} as const;

export const CONFIRMATION_WORDS = { written: "書面", "second-call": "2回目の連絡" } as const;
