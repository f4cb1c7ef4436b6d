import type { Estimate } from "@yui/healthstats";
import { SOURCE_LABELS, SOURCE_NOTES } from "../editions/checkup-edition.messages.ts";
import { PICTURE } from "./checkup-picture.messages.ts";
import type { SourcePicture } from "./checkup-picture.rules.ts";

const one = (value: number) => value.toFixed(1);
const percent = (estimate: Estimate | null, otherwise: string) =>
  estimate ? `${one(estimate.value)}%` : otherwise;
const limits = (estimate: Estimate | null) =>
  estimate ? `${one(estimate.lower)}～${one(estimate.upper)}%` : "";

/** One line of the table: an indicator as one source has it. */
export const presentBeside = (
  key: string,
  label: string,
  { source, examined, crude, adjusted }: SourcePicture,
) => ({
  key: `${key} ${source}`,
  ...{ indicator: label, source: SOURCE_LABELS[source] },
  persons: examined === null ? PICTURE.hidden : examined.toLocaleString("ja"),
  crude: percent(crude, PICTURE.hidden),
  crudeLimits: limits(crude),
  adjusted: percent(adjusted, PICTURE.noStandard),
  adjustedLimits: limits(adjusted),
});

export const presentSizes = (key: string, label: string, { source, sizes }: SourcePicture) =>
  sizes
    ? [
        {
          key: `${key} ${source}`,
          ...{ indicator: label, source: SOURCE_LABELS[source] },
          small: percent(sizes.small, ""),
          large: percent(sizes.large, ""),
          difference: `${one(sizes.difference)}ポイント（${one(sizes.interval.lower)}～${one(sizes.interval.upper)}）`,
        },
      ]
    : [];

const RETIREMENT = 60;

/** Lines on one axis of ages: where somebody retires the source changes, and no line crosses it. */
export function retirementLines(sources: readonly SourcePicture[]) {
  const pointsOf = (source: SourcePicture["source"], from: number, to: number) =>
    (sources.find((own) => own.source === source)?.ages ?? [])
      .filter(({ age }) => age >= from && age < to)
      .map(({ age, share }) => ({ x: age, y: share.value, lower: share.lower, upper: share.upper }));
  return [
    { label: SOURCE_LABELS.workplace, main: false, points: pointsOf("workplace", 40, RETIREMENT) },
    { label: SOURCE_LABELS.employer, main: false, points: pointsOf("employer", 40, RETIREMENT) },
    { label: SOURCE_LABELS.regional, main: true, points: pointsOf("regional", RETIREMENT, 75) },
  ].filter(({ points }) => points.length > 0);
}

/** What the same source says of 60 to 64 against 55 to 59. */
export function retirementSentence(sources: readonly SourcePicture[]): string | null {
  const ratio = sources.find(({ source }) => source === "regional")?.retirement;
  return ratio
    ? PICTURE.breakRatio(ratio.value.toFixed(2), ratio.lower.toFixed(2), ratio.upper.toFixed(2))
    : null;
}

/** Who stands behind each source, and who does not. */
export const presentCoverage = (sources: readonly SourcePicture[]) =>
  sources.map(({ source }) => ({ name: SOURCE_LABELS[source], value: SOURCE_NOTES[source] }));

/** The one that was asked for, or the first three. */
export const chosenCharts = <T extends Readonly<{ key: string }>>(
  charts: readonly T[],
  asked: string | null,
) => {
  const own = charts.filter(({ key }) => key === asked);
  return own.length > 0 ? own : charts.slice(0, 3);
};
