import {
  type Answer,
  bjsqConversion,
  bjsqTotals,
  HIGH_STRESS_CONVERSION_57,
  HIGH_STRESS_TOTAL_57,
  type Sex,
} from "@yui/healthstats";

const ITEMS = 57;
/** Answers in the order of the form, null where none was given; sex null where none was told. */
export type Answered = Readonly<{ items: readonly Answer[]; sex: Sex | null }>;
export type Score = Readonly<{
  method: "totals" | "conversion";
  criteria: string;
  high: boolean;
  areas: Readonly<{ a: number; b: number; c: number }>;
  /** 1 (most stress) to 5 of the 19 scales; null where no sex was told: there is no table for it. */
  points: Readonly<Record<string, number>> | null;
}>;

/** Answers as a form sends them: q1 to q57, and sex. What is no answer is none. */
export function answersOf(sent: Readonly<Record<string, unknown>>): Answered {
  const items = Array.from({ length: ITEMS }, (_, at): Answer => {
    const told = Number(sent[`q${at + 1}`]);
    return told === 1 || told === 2 || told === 3 || told === 4 ? told : null;
  });
  return { items, sex: sent.sex === "male" || sent.sex === "female" ? sent.sex : null };
}

/** Answers as the fields of the form hold them. */
export const answeredValues = ({ items, sex }: Answered): Record<string, string> => ({
  sex: sex ?? "none",
  ...Object.fromEntries(items.flatMap((told, at) => (told === null ? [] : [[`q${at + 1}`, String(told)]]))),
});

/** A sheet as it is keyed: 57 figures, 0 for a blank, in any groups; undefined where they are not 57. */
export function keyedAnswers(typed: string, sex: string): Answered | undefined {
  const figures = typed.normalize("NFKC").replace(/[^0-9]/g, "");
  if (!/^[0-4]{57}$/.test(figures)) return undefined;
  return answersOf({ sex, ...Object.fromEntries([...figures].map((one, at) => [`q${at + 1}`, one])) });
}

/** Numbers of the items in which two entries of a sheet differ; 0 stands for the sex. */
export const differing = (one: Answered, other: Answered): number[] => [
  ...(one.sex === other.sex ? [] : [0]),
  ...one.items.flatMap((told, at) => (told === other.items[at] ? [] : [at + 1])),
];

export const missingItems = ({ items }: Answered): number[] =>
  items.flatMap((told, at) => (told === null ? [at + 1] : []));

/**
 * Points of a whole sheet; undefined where an item is unanswered. Without a sex the totals method is taken, whichever was
 * chosen, and stands in the result.
 */
export function scoreOf({ items, sex }: Answered, chosen: Score["method"]): Score | undefined {
  const totals = bjsqTotals(items, 57, HIGH_STRESS_TOTAL_57);
  if (totals.status !== "scored") return undefined;
  const converted = sex ? bjsqConversion(items, sex, HIGH_STRESS_CONVERSION_57) : undefined;
  const points = converted?.status === "scored" ? converted.points : null;
  const judged = chosen === "conversion" && converted?.status === "scored" ? converted : totals;
  const { method, criteria, highStress: high } = judged;
  return { method, criteria, high, areas: { a: totals.a, b: totals.b, c: totals.c }, points };
}
