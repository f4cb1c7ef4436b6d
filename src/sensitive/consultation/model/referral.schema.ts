import { z } from "zod";
import { DATA_CLASSES, type DataClass, GROUNDS_ON_BEHALF, ON_BEHALF } from "#foundation/consent/public.ts";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, day, longText, many, optionalId, text, time } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { URGENCIES } from "./case.schema.ts";
import { REFERRAL_FAILURES, REFERRAL_OUTCOMES } from "./referral.rules.ts";
import type { Worded } from "./referral-kinds.schema.ts";

export type ReferralRow = RowOf<
  "sensitive.referral",
  { classes: readonly DataClass[]; organisationId: OrganisationId; partnerId: OrganisationId | null }
>;

/** One kind of what is handed over, in words. */
export type ReferralItem = Readonly<{ kind: DataClass; text: string }>;

/** Why somebody is handed on. */
export const REASONS = [
  "mental",
  "medical-opinion",
  "interview",
  "lifestyle",
  "return-to-work",
  "family",
  "bereaved",
  "other",
] as const;
export type ReferralReason = (typeof REASONS)[number];

const wording = {
  family: longText("家族の状況", { optional: true }),
  workplace: longText("勤務先・働き方", { optional: true }),
  consultation: longText("相談の要約", { optional: true }),
  checkup: longText("健康診断の結果", { optional: true }),
  "stress-check": longText("ストレスチェックの結果", { optional: true }),
  interview: longText("面接指導の結果", { optional: true }),
} satisfies Record<Worded, z.ZodType>;

export const DraftReferralInput = z.object({
  partner: optionalId<OrganisationId>(),
  receiver: text("紹介先の名称", { most: 120, optional: true }),
  ground: choice("根拠", ["consent", "duty", "danger"]),
  duty: choice("通告・通報の種類", ["child", "elderly", "disabled"], { optional: true }),
  danger: longText("危険の内容", { optional: true }),
  mode: choice("方法", ["one-way", "shared"]),
  urgency: choice("緊急度", URGENCIES),
  reason: choice("紹介の理由", REASONS),
  classes: many("渡す項目", DATA_CLASSES),
  ...wording,
});
export type DraftReferralInput = z.output<typeof DraftReferralInput>;

export const DeclineInput = z.object({
  decline: choice("引き受けられない理由", ["no-capacity", "out-of-scope", "other-office", "other"]),
});
export const CloseReferralInput = z.object({
  outcome: choice("結果", [...REFERRAL_OUTCOMES, ...REFERRAL_FAILURES]),
});
export const SharedNoteInput = z.object({ text: longText("共有する記録", { most: 4000 }) });
export const TryInput = z.object({ reached: choice("連絡の結果", ["reached", "not-reached"]) });

export const GiveConsentInput = z.object({
  partner: optionalId<OrganisationId>(),
  receiver: text("渡す先の名称", { most: 120, optional: true }),
  classes: many("渡してよい項目", DATA_CLASSES),
  employer: choice("勤務先に伝えること", ["nothing", "that-consulted", "all"]),
  way: choice("同意の方法", ["paper", "screen", "telephone", "spoken"]),
  heardOn: day("同意を受けた日"),
  heardTime: time("同意を受けた時刻").or(z.literal("")).default(""),
  from: day("開始日", { optional: true }),
  until: day("期限", { optional: true }),
  /** Languages are data; whether there is a text in one, who writes the consent finds out. */
  language: text("説明の言語", { most: 20 }),
  onBehalf: choice("代わりに同意した方", ON_BEHALF, { optional: true }),
  onBehalfGround: choice("代わりに同意できる理由", GROUNDS_ON_BEHALF, { optional: true }),
});

/** How what was only heard was confirmed. */
export const CONFIRMATIONS = ["written", "second-call"] as const;
export const ConfirmInput = z.object({ how: choice("確認の方法", CONFIRMATIONS) });
