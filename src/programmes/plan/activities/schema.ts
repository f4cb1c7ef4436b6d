import { z } from "zod";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** Kinds of activities. The first three are the columns of the yearly table that councils report. */
export const ACTIVITY_KINDS = [
  "training",
  "awareness",
  "mental_health_support",
  "outreach_lecture",
  "consultation",
  "visit",
  "event",
  "survey",
  "meeting",
  "other",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const REPORTED_KINDS = ["training", "awareness", "mental_health_support"] as const;

const count = (what: string) =>
  z
    .union([
      z.literal("").transform(() => null),
      z.null(),
      z.coerce
        .number({ error: `${what}は数で書いてください（例 24）。` })
        .int({ error: `${what}は整数で書いてください。` })
        .min(0, { error: `${what}は0以上の数で書いてください。` })
        .max(10_000_000, { error: `${what}が大きすぎます。` }),
    ])
    .optional()
    .transform((value) => value ?? null);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most}字までで書いてください。` })
    .default("");
const day = z.iso
  .date({ error: "実在する日付を書いてください（例 2026-12-03）。" })
  .transform((value) => value as PlainDate);

export const ActivityInput = z
  .object({
    initiativeId: z
      .union([z.uuid(), z.literal("").transform(() => null), z.null()])
      .optional()
      .transform((value) => value ?? null),
    kind: z.enum(ACTIVITY_KINDS, { error: "種類を選んでください。" }),
    title: z.string().trim().min(1, { error: "何をしたかを書いてください。" }).max(200),
    from: day,
    to: z
      .union([day, z.literal("").transform(() => null), z.null()])
      .optional()
      .transform((value) => value ?? null),
    isTotal: z.boolean().default(false),
    place: text(200),
    online: z.coerce.boolean().default(false),
    host: z.string().trim().min(1, { error: "開いた機関を書いてください。" }).max(200),
    hostOrganisationId: z.uuid().nullable().default(null),
    partners: text(500),
    sessions: count("回数"),
    participants: count("参加者数"),
    men: count("男性の人数"),
    women: count("女性の人数"),
    workplaces: count("事業所の数"),
    fee: z
      .union([z.enum(["free", "paid"]), z.literal("").transform(() => null), z.null()])
      .optional()
      .transform((value) => value ?? null),
    result: text(1000),
  })
  .transform((value) => ({ ...value, to: value.to ?? value.from }));
export type ActivityInput = z.infer<typeof ActivityInput>;

export type Activity = ActivityInput &
  Readonly<{ id: string; fiscalYear: number; source: string; enteredBy: string; fileId: string | null }>;

/** An activity that another module brings: it counts once for its key, and follows corrections there. */
export type PushedActivity = Omit<ActivityInput, "isTotal"> & Readonly<{ source: string; sourceKey: string }>;

/** Sessions and participants by fiscal year and kind. Null where nothing is known: printed as a dash. */
export type YearCell = Readonly<{
  fiscalYear: number;
  kind: string;
  activities: number;
  sessions: number | null;
  participants: number | null;
}>;
