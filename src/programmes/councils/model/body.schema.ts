import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { count, day, longText, optionalId, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId, UserId } from "#platform/kernel/ids.ts";

export const BODY_KINDS = [
  "prefecture_council",
  "area_council",
  "working_group",
  "suicide_prevention_heads",
  "suicide_prevention_liaison",
  "other",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const MEMBER_ROLES = ["chair", "deputy_chair", "secretariat", "key_person", "member"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const BodyInput = z.object({
  kind: z.enum(BODY_KINDS, { error: "種類を選択してください。" }),
  name: text("名前"),
  parentId: optionalId(),
  foundedOn: day("設置日", { optional: true }),
  termsOfReference: longText("要綱・所掌", { most: 5000, optional: true }),
  /** So many organisations must come. */
  quorum: count("定足数", { least: 1, most: 999, unit: "団体", optional: true }),
});
export type BodyInput = z.infer<typeof BodyInput>;

export const MemberInput = z
  .object({
    organisation: text("機関名"),
    organisationId: optionalId<OrganisationId>(),
    /** Who answers for the seat when signed in, where the organisation of the account sits by another name. */
    userId: z
      .string()
      .max(100)
      .default("")
      .transform((id) => (id || null) as UserId | null),
    sector: text("分野", { most: 60 }),
    representative: text("代表者の職名・氏名", { most: 100, optional: true }),
    email: z
      .union([
        z.literal(""),
        z.email({ error: "メールアドレスの形で入力してください（例 kenko@example.jp）。" }),
      ])
      .default(""),
    role: z.enum(MEMBER_ROLES).default("member"),
    termFrom: day("任期の開始日", { optional: true }),
    termTo: day("任期の終了日", { optional: true }),
  })
  .refine((member) => !member.termFrom || !member.termTo || member.termTo >= member.termFrom, {
    path: ["termTo"],
    error: "任期の終了日は、始まりと同じかあとにしてください。",
  });
export type MemberInput = z.infer<typeof MemberInput>;

/** The members whose known addresses are taken over. */
export const TakeMailInput = z.object({
  member: z.union([z.string().transform((one) => [one]), z.array(z.string())], {
    error: "登録する委員を1つ以上選択してください。",
  }),
});

export type Body = Row<
  "councilBody",
  "id" | "kind" | "name" | "parentId" | "foundedOn" | "termsOfReference" | "quorum"
>;
export type Member = Row<"councilMember", "id" | "bodyId" | "organisation" | "organisationId" | "sector"> &
  Row<"councilMember", "representative" | "email" | "role" | "termFrom" | "termTo" | "userId">;

/** What belongs to a council and can be deleted and brought back. */
export const COUNCIL_PARTS = [
  "body",
  "member",
  "meeting",
  "agenda",
  "paper",
  "decision",
  "task",
  "past",
] as const;
export type CouncilPart = (typeof COUNCIL_PARTS)[number];
