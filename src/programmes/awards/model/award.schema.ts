import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, count, day, longText, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Judged, Line, Withdrawn } from "./award.rules.ts";
import { CONFIRMED, type EntryState, type Excuse, type RoundState, SCORES } from "./award-lists.schema.ts";
import { SCHEMES, type Scheme } from "./scheme.schema.ts";

/** What was decided of one entry, and why. */
export type Verdict = Readonly<{
  entry: string;
  number: string;
  sizeClass: string;
  judged: Judged;
  lines: readonly Line[];
  /** What stood behind each criterion that was met. */
  behind: Readonly<Record<string, string>>;
  place: number;
  tied: boolean;
  average: number | null;
  spread: number | null;
  barred: number;
  tier: string | null;
  reason: string;
}>;
export type Decision = Readonly<{
  on: string;
  by: string;
  scheme: Scheme;
  withdrawn: readonly Withdrawn[];
  judges: readonly string[];
  verdicts: readonly Verdict[];
}>;
export type Round = RowOf<
  "awardRound",
  Readonly<{
    body: Scheme;
    state: RoundState;
    withdrawn: readonly Withdrawn[];
    decisions: readonly Decision[];
  }>
>;

export type Answer = Readonly<{ said: boolean; note: string }>;
/** Something Yui holds of a workplace, released by it. */
export type Fact = Readonly<{ key: string; text: string; on: string }>;
export type Confirmed = Readonly<{ kind: (typeof CONFIRMED)[number]; on: string; note: string }>;
export type RateTold = Readonly<{
  eligible: number;
  examined: number;
  reminded: boolean;
  excused: Readonly<Partial<Record<Excuse, number>>>;
}>;
export type Entry = RowOf<
  "awardEntry",
  Readonly<{
    state: EntryState;
    organisationId: OrganisationId | null;
    answers: Readonly<Record<string, Answer>>;
    rate: RateTold | null;
    facts: readonly Fact[];
    confirmed: Readonly<Record<string, Confirmed>>;
  }>
>;
export type Judge = RowOf<"awardJudge">;
export type Review = RowOf<"awardReview", Readonly<{ scores: Readonly<Record<string, number>> }>>;
export type Honour = RowOf<"honour">;

export const RoundInput = z
  .object({
    scheme: choice(
      "制度",
      SCHEMES.map(({ key }) => key),
    ),
    title: text("募集の名称", { most: 120 }),
    baseOn: day("基準日"),
    closesOn: day("応募の締切日"),
    ceremony: text("表彰の日時・会場", { most: 200, optional: true }),
    giver: text("表彰者", { most: 100, optional: true }),
  })
  .refine(({ baseOn, closesOn }) => baseOn <= closesOn, {
    path: ["closesOn"],
    error: "締切日は、基準日以後にしてください。",
  });

const tick = z.stringbool().default(false).catch(false);
const people = (label: string) => count(label, { optional: true, unit: "人", most: 100_000 });
const excused = people("除く人数");

/** What is typed of an entry; answers of criteria come beside it, as `c-key` and `n-key`. */
export const EntryInput = z
  .object({
    workplace: text("会社・お店の名前", { most: 120 }),
    workers: count("従業員数", { least: 1, most: 100_000, unit: "人" }),
    canteen: tick,
    contact: text("ご担当者", { most: 60 }),
    phone: text("電話番号", { most: 30, optional: true }),
    email: text("メールアドレス", { most: 254, optional: true }),
    address: text("所在地", { most: 200 }),
    clear: tick,
    mayPublish: tick,
    eligible: people("健康診断の対象者数"),
    examined: people("受けた人数"),
    reminded: tick,
    "excused-sick_leave": excused,
    "excused-child_care_leave": excused,
    "excused-posted_away": excused,
    "excused-joined_late": excused,
  })
  .refine(({ phone, email }) => phone !== "" || email !== "", {
    path: ["phone"],
    error: "電話番号またはメールアドレスを入力してください。",
  })
  .refine(({ eligible, examined }) => (examined ?? 0) <= (eligible ?? 0), {
    path: ["examined"],
    error: "受けた人数は、対象者数以下にしてください。",
  });

export const JudgeInput = z.object({
  name: text("氏名", { most: 60 }),
  affiliation: text("所属", { most: 120, optional: true }),
});
export const ReasonInput = z.object({ reason: longText("理由", { most: 500 }) });
export const ConfirmInput = z.object({
  criterion: z.string(),
  kind: choice("確認の方法", CONFIRMED),
  note: text("確認した内容", { most: 300, optional: true }),
});
export const scoresInput = (axes: readonly Readonly<{ key: string; name: string }>[]) =>
  z.object({
    ...Object.fromEntries(axes.map(({ key, name }) => [key, choice(name, SCORES)])),
    note: longText("講評", { most: 500, optional: true }),
  });
