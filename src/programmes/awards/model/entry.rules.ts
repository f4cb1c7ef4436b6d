import { type Given, isFull, judge, linesOf, type Withdrawn } from "./award.rules.ts";
import type { Entry, RateTold } from "./award.schema.ts";
import type { Evidence } from "./award-lists.schema.ts";
import type { Scheme } from "./scheme.schema.ts";

type Told = Pick<Entry, "answers" | "rate" | "facts" | "confirmed" | "workers" | "canteen">;

export const excusedOf = (rate: RateTold): number =>
  Object.values(rate.excused).reduce((sum, one) => sum + (one ?? 0), 0);

/** What stands behind each criterion: a fact of Yui, what the staff confirmed, or what the workplace says. */
export function givenOf({ criteria }: Pick<Scheme, "criteria">, entry: Told): Record<string, Given> {
  return Object.fromEntries(
    criteria.map((one): [string, Given] => {
      const isFact = one.fact !== undefined && entry.facts.some(({ key }) => key === one.fact);
      const told = entry.answers[one.key]?.said === true;
      const rate = entry.rate && { ...entry.rate, excused: excusedOf(entry.rate) };
      const said = isFact || (one.rate ? rate !== null && isFull(rate, entry.rate!.reminded) : told);
      const evidence: Evidence = isFact ? "fact" : (entry.confirmed[one.key]?.kind ?? "claim");
      return [one.key, { said, evidence }];
    }),
  );
}

/** An entry held against the criteria of its round. */
export function weighed(scheme: Scheme, entry: Told, withdrawn: readonly Withdrawn[]) {
  const given = givenOf(scheme, entry);
  const lines = linesOf(scheme, entry, given, withdrawn);
  return { lines, given, judged: judge(scheme, lines) };
}
