import { z } from "zod";
import { typedDay } from "#platform/kernel/form-fields.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

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

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most}字までで書いてください。` })
    .default("");
const required = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: `${what}を書いてください。` })
    .max(most, { error: `${most}字までで書いてください。` });
const day = typedDay({ error: "実在する日付を書いてください（例 2026-12-03、令和8年12月3日）。" });
const optionalDay = z.preprocess((typed) => typed || null, day.nullable());
const optionalId = z
  .union([z.uuid(), z.literal("").transform(() => null), z.null()])
  .optional()
  .transform((value) => value ?? null);
export const Time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "時刻を書いてください（例 13:30）。" });

export const BodyInput = z.object({
  kind: z.enum(BODY_KINDS, { error: "種類を選んでください。" }),
  name: required("名前", 200),
  parentId: optionalId,
  foundedOn: optionalDay,
  termsOfReference: text(5000),
});
export type BodyInput = z.infer<typeof BodyInput>;

export const MemberInput = z
  .object({
    organisation: required("機関の名前", 200),
    organisationId: optionalId,
    sector: required("分野", 60),
    representative: text(100),
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

export type Body = Readonly<{
  id: string;
  kind: BodyKind;
  name: string;
  parentId: string | null;
  foundedOn: PlainDate | null;
  termsOfReference: string;
}>;
export type Member = Readonly<{
  id: string;
  bodyId: string;
  organisation: string;
  organisationId: string | null;
  sector: string;
  representative: string;
  email: string;
  role: MemberRole;
  termFrom: PlainDate | null;
  termTo: PlainDate | null;
}>;

/** What of the bodies and meetings can be deleted and brought back. */
export const COUNCIL_THINGS = ["body", "member", "meeting", "paper", "decision", "task"] as const;
export type CouncilThing = (typeof COUNCIL_THINGS)[number];
