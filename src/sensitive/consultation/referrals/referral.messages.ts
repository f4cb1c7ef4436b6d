import type { ReferralState } from "../model/referral.rules.ts";
import type { ReferralReason } from "../model/referral.schema.ts";

export const STATE_WORDS: Readonly<Record<ReferralState, string>> = {
  drafted: "下書き",
  sent: "送付済み",
  received: "受領済み",
  accepted: "引受済み",
  ongoing: "支援中",
  closed: "終了",
  declined: "引受不可",
  "taken-back": "取下げ",
  withdrawn: "同意撤回により終了",
  expired: "同意の期限切れにより終了",
};

export const REASON_WORDS: Readonly<Record<ReferralReason, string>> = {
  mental: "心の健康の支援",
  "medical-opinion": "医師の意見",
  interview: "面接指導",
  lifestyle: "生活習慣の支援",
  "return-to-work": "復職の支援",
  family: "家族への支援",
  bereaved: "ご遺族への支援",
  other: "その他",
};

export const GROUND_WORDS = {
  consent: "ご本人の同意",
  duty: "法律の通告・通報の義務",
  danger: "生命・身体の差し迫った危険",
} as const;

export const OUTCOME_WORDS = {
  seen: "面接・訪問を行った",
  supported: "支援を行い目的を達した",
  "handed-on": "ほかの機関に引き継いだ",
  "person-declined": "本人が希望しなかった",
  "no-capacity": "対応できる体制がなかった",
  "no-longer-needed": "必要がなくなった",
  "person-not-reached": "本人と連絡がつかなかった",
  "office-not-reached": "機関と連絡がつかなかった",
  "handed-back": "紹介元に戻した",
  other: "その他",
} as const;

export const DECLINE_WORDS = {
  "no-capacity": "対応できる体制がない",
  "out-of-scope": "対象外",
  "other-office": "ほかの機関が適当",
  other: "その他",
} as const;

/** What happened to a referral, as its history tells it. What time itself ended names no person. */
export const EVENT_WORDS = {
  drafted: "下書きを登録",
  send: "送付",
  receive: "受領",
  accept: "引受け",
  decline: "引受不可の回答",
  reached: "ご本人へ連絡（つながった）",
  "not-reached": "ご本人へ連絡（つながらなかった）",
  start: "支援を開始",
  close: "終了",
  "take-back": "取下げ",
  "ask-back": "取下げの希望",
  second: "責任者の確認",
  withdraw: "同意の撤回により終了",
  expire: "同意の期限により終了",
} as const;

/** What the page of each side says where the sender wants an accepted referral back. */
export const ASKED_BACK = {
  receiver: "紹介元が、この紹介の取下げを希望しています。",
  sender: "取下げを希望していることを、紹介先に伝えました。",
} as const;
