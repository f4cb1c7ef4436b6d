/** Bands of editions: of the ages of specific checkups every five years, and what is before and after. */
export const EDITION_AGES = [
  { key: "u40", label: "39歳以下", from: 0, to: 39 },
  ...[40, 45, 50, 55, 60, 65, 70].map((from) => ({
    key: `a${from}`,
    label: `${from}～${from + 4}歳`,
    from,
    to: from + 4,
  })),
  { key: "a75", label: "75歳以上", from: 75, to: 200 },
] as const;
export const ageKeyOf = (band: number): string =>
  EDITION_AGES.find(({ from, to }) => from <= band && band <= to)!.key;

/** Stages of life, each of several bands: towns are too small to be laid out by five years. */
export const STAGES = [
  { key: "young", label: "39歳以下", from: 0, to: 39 },
  { key: "working", label: "40～64歳", from: 40, to: 64 },
  { key: "senior", label: "65～74歳", from: 65, to: 74 },
  { key: "old", label: "75歳以上", from: 75, to: 200 },
] as const;
export const stageKeyOf = (band: number): string =>
  STAGES.find(({ from, to }) => from <= band && band <= to)!.key;
/** The bands of each stage, of those that a table has. */
export const bandsOfStages = (ages: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    STAGES.map(({ key, from, to }) => [
      key,
      EDITION_AGES.filter((band) => from <= band.from && band.to <= to && ages.includes(band.key)).map(
        (band) => band.key,
      ),
    ]),
  );
