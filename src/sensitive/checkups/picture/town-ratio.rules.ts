import {
  type Estimate,
  empiricalBayesMarshall,
  expectedEvents,
  funnelLimitsForRatio,
  funnelSignificanceOfRatio,
  standardisedMortalityRatio,
} from "@yui/healthstats";
import { expectedKey } from "../editions/checkup-edition.rules.ts";
import type { PublicEdition, SourceEdition } from "../editions/source-edition.queries.server.ts";

/** A town's findings against what its persons would have if they were as those of their age in the whole area (100). */
export type TownRatio = Readonly<{
  id: string;
  name: string;
  observed: number | null;
  expected: number | null;
  ratio: Estimate | null;
  /** Drawn towards the whole as far as small numbers ask for. */
  smoothed: number | null;
  /** Beyond the line that chance alone crosses once in five hundred times. */
  outside: boolean;
}>;

const STEPS = 40;
const UNKNOWN_TOWN = "unknown";

type PublicTable = PublicEdition["tables"][number];
/** Found and examined at a place of the table: nobody where there is no data, undefined where it is hidden. */
function countOf({ cells }: PublicTable, municipality: string | null, stage: string | null) {
  const at = (finding: string | null) => {
    const cell = cells.find(
      ({ at: where }) =>
        where.municipality === municipality && where.stage === stage && where.finding === finding,
    );
    return cell?.status === "no-data" ? 0 : (cell?.value ?? null);
  };
  const [found, examined] = [at("found"), at(null)];
  return found === null || examined === null ? undefined : { found, examined };
}

const regionalOf = (editions: readonly SourceEdition[]) =>
  editions.find(({ source }) => source === "regional")?.edition;

/** Whether the edition says what is expected by sex and five years; else it is reckoned from the stages of life in its table. */
export const adjustedBy = (editions: readonly SourceEdition[]): "sexAndAge" | "stage" =>
  (regionalOf(editions)?.figures ?? []).length > 0 ? "sexAndAge" : "stage";

/** Standardised ratios of the towns of the regional edition, from what anybody can read in it; none where it has no towns. */
export function townRatios(editions: readonly SourceEdition[]): TownRatio[] {
  const edition = regionalOf(editions);
  const table = edition?.tables.find(({ key }) => key === "towns");
  if (!edition || !table) return [];
  const figures = new Map(edition.figures.map(({ key, value }) => [key, value]));
  const stages = table.axes.find(({ name }) => name === "stage")!.categories.map(({ key }) => key);
  const rates = stages.map((stage) => {
    const whole = countOf(table, null, stage);
    return whole && (whole.examined === 0 ? 0 : whole.found / whole.examined);
  });
  const towns = table.axes.find(({ name }) => name === "municipality")!.categories;
  const counted = towns
    .filter(({ key }) => key !== UNKNOWN_TOWN)
    .map(({ key, label }) => {
      const examined = stages.map((stage) => countOf(table, key, stage)?.examined);
      const known = rates.every((rate) => rate !== undefined) && examined.every((one) => one !== undefined);
      const ofStages = known ? expectedEvents(examined as number[], rates as number[]) : 0;
      const expected = figures.size > 0 ? (figures.get(expectedKey(key)) ?? 0) : ofStages;
      const observed = countOf(table, key, null)?.found;
      return expected > 0 && observed !== undefined
        ? { id: key, name: label, observed, expected }
        : { id: key, name: label, observed: null, expected: null };
    });
  const whole = counted.flatMap((one) => (one.observed === null ? [] : [one]));
  const enough = whole.length >= 2 && whole.some(({ observed }) => observed > 0);
  const smoothed = enough
    ? empiricalBayesMarshall(
        whole.map(({ observed }) => observed),
        whole.map(({ expected }) => expected),
      ).ratios
    : [];
  return counted.map((one) => {
    if (one.observed === null) return { ...one, ratio: null, smoothed: null, outside: false };
    return {
      ...one,
      ratio: standardisedMortalityRatio(one.observed, one.expected),
      smoothed: smoothed[whole.indexOf(one)] ?? null,
      outside: funnelSignificanceOfRatio(one.observed, one.expected).tail === 0.001,
    };
  });
}

/** The lines of the funnel over expected findings; none with fewer than three towns. */
export function funnelLines(towns: readonly TownRatio[]) {
  const sizes = towns.flatMap(({ expected }) => (expected === null ? [] : [expected]));
  if (sizes.length < 3) return undefined;
  const [least, most] = [Math.max(1, Math.min(...sizes) * 0.7), Math.max(...sizes) * 1.1];
  const lines = Array.from({ length: STEPS + 1 }, (_, i) =>
    Math.round(least + ((most - least) * i) / STEPS),
  ).map((size) => ({ size, ...funnelLimitsForRatio(size) }));
  const pair = (level: "warning" | "alarm") =>
    lines.flatMap(({ size, ...one }) =>
      one[level].upper === null ? [] : [{ size, lower: one[level].lower, upper: one[level].upper }],
    );
  return { inner: pair("warning"), outer: pair("alarm") };
}
