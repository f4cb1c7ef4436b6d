import {
  directlyStandardisedRate,
  type Estimate,
  type Interval,
  MODEL_POPULATIONS,
  proportionWilson,
  riskRatio,
  twoProportions,
} from "@yui/healthstats";
import type { Source } from "../agreements/provider-agreement.rules.ts";
import type { PublicEdition, SourceEdition } from "../editions/source-edition.queries.server.ts";

/** Ages of specific checkups: to these bands rates are standardised. */
const BANDS = [40, 45, 50, 55, 60, 65, 70] as const;
const WEIGHTS: readonly number[] = BANDS.map(
  (from) => MODEL_POPULATIONS["japan-2015"].bands.find(([label]) => label === `${from}-${from + 4}`)![1],
);

type Count = Readonly<{ found: number; examined: number }>;
export type SourcePicture = Readonly<{
  source: Source;
  examined: number | null;
  crude: Estimate | null;
  /** Per cent, as if the ages were those of the model population; null where a band is hidden or there are too few. */
  adjusted: Estimate | null;
  ages: readonly Readonly<{ age: number; share: Estimate }>[];
  /** 60 to 64 against 55 to 59 of the same source. */
  retirement: Estimate | null;
  sizes: Readonly<{
    small: Estimate;
    large: Estimate;
    difference: number;
    interval: Interval;
    p: number | null;
  }> | null;
}>;

/** What the editions of an indicator say of each source, from what anybody can read in them. */
export function pictureOf(editions: readonly SourceEdition[]): SourcePicture[] {
  return editions.map(({ source, edition: { tables } }) => {
    const countAt = countsOf(tables.find(({ key }) => key === "ages")!);
    const whole = countAt({ sex: null, age: null });
    const bands = BANDS.map((age) => countAt({ sex: null, age: `a${age}` }));
    const [before, after] = [bands[BANDS.indexOf(55)], bands[BANDS.indexOf(60)]];
    return {
      source,
      examined: whole?.examined ?? null,
      crude: shareOf(whole),
      adjusted: adjustedOf(bands),
      ages: BANDS.flatMap((age, i) => {
        const share = shareOf(bands[i]);
        return share ? [{ age, share }] : [];
      }),
      retirement: ratioOf(after, before),
      sizes: sizesOf(tables.find(({ key }) => key === "sizes")),
    };
  });
}

type PublicTable = PublicEdition["tables"][number];

function countsOf(table: PublicTable) {
  return (at: Readonly<Record<string, string | null>>): Count | undefined => {
    const countOf = (finding: string | null) =>
      table.cells.find(({ at: where }) =>
        Object.entries({ ...at, finding }).every(([name, key]) => where[name] === key),
      )?.value ?? null;
    const [found, examined] = [countOf("found"), countOf(null)];
    return found === null || examined === null ? undefined : { found, examined };
  };
}

const shareOf = (count: Count | undefined): Estimate | null =>
  count && count.examined > 0 ? proportionWilson(count.found, count.examined, { multiplier: 100 }) : null;

function adjustedOf(bands: readonly (Count | undefined)[]): Estimate | null {
  if (bands.some((band) => !band || band.examined === 0)) return null;
  const { value, lower, upper } = directlyStandardisedRate(
    {
      counts: bands.map((band) => band!.found),
      populations: bands.map((band) => band!.examined),
      standard: WEIGHTS,
    },
    { multiplier: 100 },
  );
  return value === null ? null : { value, lower: lower!, upper: upper! };
}

function ratioOf(after: Count | undefined, before: Count | undefined): Estimate | null {
  if (!after || !before || after.examined === 0 || before.examined === 0) return null;
  const { value, lower, upper } = riskRatio(
    { events: after.found, total: after.examined },
    { events: before.found, total: before.examined },
  );
  return value === null ? null : { value, lower: lower!, upper: upper! };
}

function sizesOf(table: PublicTable | undefined): SourcePicture["sizes"] {
  if (!table) return null;
  const countAt = countsOf(table);
  const [small, large] = [countAt({ size: "small" }), countAt({ size: "large" })];
  const [one, other] = [shareOf(small), shareOf(large)];
  if (!one || !other) return null;
  const { difference, newcombe, p } = twoProportions(
    { events: small!.found, total: small!.examined },
    { events: large!.found, total: large!.examined },
  );
  return {
    ...{ small: one, large: other, p, difference: difference * 100 },
    interval: { lower: newcombe.lower * 100, upper: newcombe.upper * 100 },
  };
}
