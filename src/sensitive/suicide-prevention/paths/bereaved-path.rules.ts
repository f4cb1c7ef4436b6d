import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PathStep } from "../model/prevention-kinds.schema.ts";

export type PathState = "open" | "ended" | "withdrawn";
type Standing = Readonly<{
  state: PathState;
  reached: number;
  interviewOn: PlainDate | null;
  slipOn: PlainDate | null;
}>;

/** How far a number came: the slip, the interview, a week after, a month after. */
export const REACHED: Readonly<Partial<Record<PathStep, number>>> = {
  begin: 1,
  interview: 2,
  week: 3,
  month: 4,
};

/** Which step comes when. A week's care may have been missed; a family may stop at any time, also after the interview. */
export function stepsOf({ state, reached }: Pick<Standing, "state" | "reached">): readonly PathStep[] {
  if (state === "withdrawn") return [];
  if (state === "ended") return ["withdraw"];
  const next: Readonly<Record<number, readonly PathStep[]>> = {
    1: ["interview"],
    2: ["week", "month"],
    3: ["month"],
    4: [],
  };
  return [...(next[reached] ?? []), "end", "withdraw"];
}

/** The last day that is known of a number: no step comes before it. */
export const lastDayOf = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce<PlainDate | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
