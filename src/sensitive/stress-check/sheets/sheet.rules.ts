import {
  HANTEIZU_SETS,
  type HanteizuMeans,
  hanteizu,
  hanteizuOfBothSexes,
  LEAST_RESPONDENTS,
  publishableStressGroups,
} from "@yui/healthstats";
import { LARGEST_SHARE, LEAST_WORKPLACES } from "../model/run.rules.ts";
import type { Answered, Score } from "../model/score.rules.ts";
import type { SHEET_REFUSALS } from "../model/stress.messages.ts";

type Refusal = keyof typeof SHEET_REFUSALS;
export type Respondent = Readonly<{ workplace: string; answered: Answered; score: Score }>;
type Place = Readonly<{ id: string; joint: boolean }>;
export type Sheet = Readonly<{
  respondents: number;
  means: HanteizuMeans;
  risk: Readonly<{ demandControl: number; support: number; total: number }>;
  constants: string;
  /** The three scales with the most stress, by key; fewer where few told their sex. */
  worst: readonly string[];
  /** The year before, of the same workplace or joint run. */
  before?: Before;
}>;
export type Before = Readonly<{ fiscalYear: number; respondents: number; total: number }>;
type Earlier = Readonly<{ firmId: string; scope: Group["scope"]; fiscalYear: number; sheet: Sheet }>;

/** The earlier sheet of the same workplace; none where it took part in two runs of that year. */
export function beforeOf(
  earlier: readonly Earlier[],
  firm: string,
  scope: Group["scope"],
): Readonly<{ before?: Before }> {
  const found = earlier.filter((one) => one.firmId === firm && one.scope === scope);
  const [one] = found;
  if (!one || found.length > 1) return {};
  const { fiscalYear, sheet } = one;
  return { before: { fiscalYear, respondents: sheet.respondents, total: sheet.risk.total } };
}
type Group = Readonly<{ scope: "joint" | "workplace"; workplaces: readonly string[] }>;
type Verdict = Group & Readonly<{ respondents: number; refusal: Refusal | null }>;

/**
 * Which groups of a run are made into sheets. Respondents count, not staff. The joint one comes first, since the small
 * workplaces have no other; a workplace of its own follows where the difference gives nobody away.
 */
export function groupsOf(places: readonly Place[], people: readonly Respondent[]): Verdict[] {
  const counts = Object.fromEntries(
    places.map(({ id }) => [id, people.filter(({ workplace }) => workplace === id).length]),
  );
  const joined = places.filter(({ joint }) => joint).map(({ id }) => id);
  const together = joined.reduce((sum, id) => sum + counts[id]!, 0);
  const answering = joined.filter((id) => counts[id]! > 0);
  const ofShape: Refusal | null =
    answering.length < LEAST_WORKPLACES
      ? "too-few-workplaces"
      : Math.max(...answering.map((id) => counts[id]!)) > LARGEST_SHARE * together
        ? "one-too-large"
        : null;
  const groups = [
    ...(joined.length > 0 ? [{ id: "joint", scope: "joint" as const, units: joined }] : []),
    ...places.map(({ id }) => ({ id, scope: "workplace" as const, units: [id] })),
  ];
  const asked = groups.filter(({ scope }) => scope === "workplace" || ofShape === null);
  const verdicts = new Map(publishableStressGroups(counts, asked).map((one) => [one.id, one]));
  return groups.map(({ id, scope, units }) => ({
    ...{ scope, workplaces: units, respondents: units.reduce((sum, one) => sum + counts[one]!, 0) },
    refusal: verdicts.has(id) ? verdicts.get(id)!.reason : ofShape,
  }));
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Means of the four scales of the diagram, each high = more of it. */
function meansOf(people: readonly Respondent[]): HanteizuMeans {
  const scale = (...items: number[]) =>
    mean(people.map(({ answered }) => 15 - items.reduce((sum, item) => sum + answered.items[item - 1]!, 0)));
  return {
    ...{ demand: scale(1, 2, 3), control: scale(8, 9, 10) },
    ...{ supervisor: scale(47, 50, 53), coworker: scale(48, 51, 54) },
  };
}

/** Who told no sex is reckoned by the mean of both sets of constants: leaving them out would tell of them by difference. */
export function sheetOf(people: readonly Respondent[], set = HANTEIZU_SETS.updated): Sheet {
  const parts = (["male", "female", null] as const).flatMap((sex) => {
    const those = people.filter(({ answered }) => answered.sex === sex);
    if (those.length === 0) return [];
    const means = meansOf(those);
    const known = sex ? [sex] : (["male", "female"] as const);
    const risks = known.map((one) =>
      sex
        ? hanteizuOfBothSexes({ [one]: { means, respondents: those.length } }, set)
        : hanteizu(means, set[one]),
    );
    return [{ n: those.length, risks }];
  });
  const risk = (key: "demandControl" | "support" | "total") =>
    rounded(
      parts.reduce((sum, { n, risks }) => sum + n * mean(risks.map((one) => one[key])), 0) / people.length,
    );
  const means = meansOf(people);
  return {
    respondents: people.length,
    means: {
      ...{ demand: rounded(means.demand), control: rounded(means.control) },
      ...{ supervisor: rounded(means.supervisor), coworker: rounded(means.coworker) },
    },
    risk: { demandControl: risk("demandControl"), support: risk("support"), total: risk("total") },
    constants: set.name,
    worst: worstOf(people),
  };
}

function worstOf(people: readonly Respondent[]): string[] {
  const points = people.flatMap(({ score }) => (score.points ? [score.points] : []));
  if (points.length < LEAST_RESPONDENTS) return [];
  return Object.keys(points[0]!)
    .map((key) => ({ key, mean: mean(points.map((one) => one[key]!)) }))
    .sort((one, other) => one.mean - other.mean || (one.key < other.key ? -1 : 1))
    .slice(0, 3)
    .map(({ key }) => key);
}
