import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ProviderKind } from "../model/checkup-kind.rules.ts";
import type { Agreement, Combination } from "./provider-agreement.schema.ts";

export const isInForce = (
  { fromDay, untilDay, endedOn }: Pick<Agreement, "fromDay" | "untilDay" | "endedOn">,
  on: PlainDate,
): boolean => endedOn === null && fromDay <= on && on <= untilDay;

/** By law an employer hands over what the law has examined, and nothing beside it. */
export const isStatutoryOnly = ({ kind, ground }: Pick<Agreement, "kind" | "ground">): boolean =>
  kind === "employer" && ground === "law";

/** Whose results they are: they overlap (an employer's checkup also reaches the insurer), so they are never added. */
export const SOURCES = ["regional", "workplace", "employer"] as const;
export type Source = (typeof SOURCES)[number];
const SOURCE_OF = {
  nhi: "regional",
  "late-elderly": "regional",
  employees: "workplace",
  mutual: "workplace",
  employer: "employer",
} as const satisfies Readonly<Record<ProviderKind, Source>>;
export const sourceOf = ({ kind }: Pick<Agreement, "kind">): Source => SOURCE_OF[kind];

/** What an edition of these providers' figures keeps to: the largest of the smallest numbers, and what all allow. */
export function strictest(
  agreements: readonly Pick<Agreement, "smallest" | "combine">[],
): Readonly<{ smallest: number; combine: readonly Combination[] }> {
  const [first] = agreements;
  return {
    smallest: Math.max(10, ...agreements.map(({ smallest }) => smallest)),
    combine: (first?.combine ?? []).filter((one) => agreements.every(({ combine }) => combine.includes(one))),
  };
}
