import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { optionalDay, optionalId, required, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

export const BODY_KINDS = [
  "prefecture_council",
  "area_council",
  "working_group",
  "suicide_prevention_liaison",
  "other",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const MEMBER_ROLES = ["chair", "deputy_chair", "secretariat", "key_person", "member"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const BodyInput = z.object({
  kind: z.enum(BODY_KINDS, { error: "種類を選んでください。" }),
  name: required("名前", 200),
  parentId: optionalId(),
  foundedOn: optionalDay,
  termsOfReference: text(5000).default(""),
});
export type BodyInput = z.infer<typeof BodyInput>;

export const MemberInput = z
  .object({
    organisation: required("機関の名前", 200),
    organisationId: optionalId<OrganisationId>(),
    sector: required("分野", 60),
    representative: text(100).default(""),
    email: z
      .union([
        z.literal(""),
        z.email({ error: "メールアドレスの形で書いてください（例 kenko@example.jp）。" }),
      ])
      .default(""),
    role: z.enum(MEMBER_ROLES).default("member"),
    termFrom: optionalDay,
    termTo: optionalDay,
  })
  .refine((member) => !member.termFrom || !member.termTo || member.termTo >= member.termFrom, {
    path: ["termTo"],
    error: "任期の終わりは、始まりと同じかあとにしてください。",
  });
export type MemberInput = z.infer<typeof MemberInput>;

export type Body = Row<"councilBody", "id" | "kind" | "name" | "parentId" | "foundedOn" | "termsOfReference">;
export type Member = Row<"councilMember", "id" | "bodyId" | "organisation" | "organisationId" | "sector"> &
  Row<"councilMember", "representative" | "email" | "role" | "termFrom" | "termTo">;

/** What belongs to a council and can be deleted and brought back. */
export const COUNCIL_PARTS = ["body", "member", "meeting", "paper", "decision", "task"] as const;
export type CouncilPart = (typeof COUNCIL_PARTS)[number];
