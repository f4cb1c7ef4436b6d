import type { Restored } from "#platform/db/deletions.ts";
import type { Thing } from "../model/plan.schema.ts";

/** Where each thing is seen, by its id and, outward, those of what it is within. */
const PAGE: Readonly<Record<Thing, (ids: readonly string[]) => string>> = {
  issue: ([id]) => `issues/${id}`,
  evidence: ([, issue]) => `issues/${issue}`,
  pillar: () => "pillars",
  goal: ([id]) => `goals/${id}`,
  target: ([id]) => `targets/${id}`,
  target_value: ([, target]) => `targets/${target}`,
  initiative: ([id]) => `initiatives/${id}`,
  measure: ([id, initiative]) => `initiatives/${initiative}/measures/${id}`,
  measure_value: ([, measure, initiative]) => `initiatives/${initiative}/measures/${measure}`,
  activity: ([id]) => `activities/${id}`,
  file: ([, activity]) => `activities/${activity}#files`,
  evaluation: ([id]) => `evaluations/${id}`,
};

/** What a thing is called; a year's value has its year alone. */
export const titleOf = ({ thing, title }: Pick<Restored<Thing>, "thing" | "title">): string =>
  thing === "target_value" || thing === "measure_value" ? `${title}年度` : title;

export const pageOf = (plan: string, { thing, ids }: Restored<Thing>): string =>
  `${plan}/${PAGE[thing](ids)}`;
