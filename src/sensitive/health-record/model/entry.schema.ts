import { z } from "zod";

/** What stands in a file, in parts that are shared apart. */
export const PARTS = ["checkup", "diary", "goal", "profile"] as const;
export type Part = (typeof PARTS)[number];

export const CHECKUP_KINDS = ["employer", "specific", "insurer", "dock", "old-age", "own"] as const;
export const FASTING = ["fasting", "casual", "short", "unknown"] as const;

const short = z.string().max(200);
/** A value as it was printed, with the judgement and the range that stood beside it. */
const Value = z.object({
  raw: z.string().max(60),
  letter: short.default(""),
  range: z.string().max(60).default(""),
});
export type CheckupEntryValue = z.output<typeof Value>;

/** One checkup as the person keeps it. `set` names whose letters the judgements are. */
export const CheckupContent = z.object({
  day: z.iso.date(),
  kind: z.enum(CHECKUP_KINDS),
  institution: short.default(""),
  fasting: z.enum(FASTING).default("unknown"),
  set: short.default(""),
  overall: short.default(""),
  note: z.string().max(2000).default(""),
  sources: z.array(short).max(20).default([]),
  values: z.record(z.string().max(60), Value),
});
export type CheckupContent = z.output<typeof CheckupContent>;
export type Checkup = CheckupContent & Readonly<{ id: string }>;

const figure = z.number().nullable().default(null);

/** One day of the diary: what was measured at home. */
export const DiaryContent = z.object({
  day: z.iso.date(),
  weight: figure,
  upper: figure,
  lower: figure,
  steps: figure,
  sleep: figure,
  note: z.string().max(500).default(""),
});
export type DiaryContent = z.output<typeof DiaryContent>;
export type DiaryDay = DiaryContent & Readonly<{ id: string }>;
