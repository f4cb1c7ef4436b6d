import { ageBandRatio, proportionWilson, suppressCount, suppressProportion } from "@yui/healthstats";
import type {
  ActivityCount,
  ActivityYear,
  AgeBandRatioFact,
  AreaFacts,
  ShownRatio,
  ShownSurvey,
} from "./schema.ts";

/** The printed ratio, or the one computed from counts with its limits. */
export function shownRatio(fact: AgeBandRatioFact): ShownRatio {
  const { olderClaims, youngerClaims, olderInsured, youngerInsured } = fact;
  if (olderClaims === null || youngerClaims === null) return { ...fact, shown: fact.ratio, interval: null };
  const small = [olderClaims, youngerClaims].some((claims) => suppressCount(claims).state === "suppressed");
  if (small) return { ...fact, shown: null, interval: null };
  const insured = (count: number | null) => (count === null ? {} : { insured: count });
  const { value, lower, upper } = ageBandRatio(
    { claims: olderClaims, ...insured(olderInsured) },
    { claims: youngerClaims, ...insured(youngerInsured) },
  );
  return { ...fact, shown: value, interval: lower === null || upper === null ? null : { lower, upper } };
}

/** The response computed from the two counts. */
export function shownSurvey(survey: AreaFacts["surveys"][number]): ShownSurvey {
  const { surveyed, responded } = survey;
  const cells = suppressProportion(responded, surveyed);
  const told = cells.proportion !== null && surveyed !== null && responded !== null;
  const wilson = told ? proportionWilson(responded, surveyed, { multiplier: 100 }) : null;
  return {
    ...survey,
    surveyed: cells.denominator,
    responded: cells.numerator,
    responsePercent: wilson?.value ?? null,
    interval: wilson && { lower: wilson.lower, upper: wilson.upper },
  };
}

/** Activities by year and kind, each year with all kinds that any has. */
export function activityYears(activities: readonly ActivityCount[]): ActivityYear[] {
  const kinds = new Map(activities.map((activity) => [activity.kind, activity.label]));
  const years = [...new Set(activities.map((activity) => activity.fiscalYear))].sort((a, b) => a - b);
  return years.map((year) => ({
    year,
    cells: [...kinds].map(([kind, label]) => {
      const used = activities.filter((activity) => activity.fiscalYear === year && activity.kind === kind);
      return {
        kind,
        label,
        sessions: sumKnown(used.map((activity) => activity.sessions)),
        participants: suppressCount(sumKnown(used.map((activity) => activity.participants))),
      };
    }),
  }));
}

/** The sum of what is known; null where nothing is. */
function sumKnown(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
