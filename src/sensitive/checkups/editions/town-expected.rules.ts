import { ageKeyOf, stageKeyOf } from "./edition-age.rules.ts";
import type { SourceCount, Town } from "./table-count.schema.ts";

export type TownExpected = Readonly<{ town: Town; value: number; persons: number }>;
type Counted = Pick<SourceCount, "examined" | "found">;

const sumOf = (rows: readonly Counted[]): Counted => ({
  examined: rows.reduce((sum, one) => sum + one.examined, 0),
  found: rows.reduce((sum, one) => sum + one.found, 0),
});

/**
 * The findings that each town would have if every sex and five years of age had the share of the whole area, in whole
 * persons: so one person more does not show from one edition to the next. Sexes of an age are taken together where one of
 * them is small. Nothing at all where a figure could give back what the tables hide: a share of few persons, or a stage of
 * life of which a town has few, since the towns together make the findings of the whole.
 */
export function expectedOfTowns(
  rows: readonly SourceCount[],
  towns: readonly Town[],
  smallest: number,
): readonly TownExpected[] {
  const known = new Set(towns.map(({ key }) => key));
  const stages = Map.groupBy(
    rows,
    ({ municipality, ageBand }) => `${known.has(municipality) ? municipality : ""} ${stageKeyOf(ageBand)}`,
  );
  for (const ofStage of stages.values()) {
    const { examined } = sumOf(ofStage);
    if (examined > 0 && examined < smallest) return [];
  }
  const isSmall = ({ examined, found }: Counted) =>
    examined > 0 && Math.min(found, examined - found) < smallest;
  const expected = new Map<string, number>();
  for (const ofAge of Map.groupBy(rows, ({ ageBand }) => ageKeyOf(ageBand)).values()) {
    const sexes = [...Map.groupBy(ofAge, ({ sex }) => sex).values()];
    const groups = sexes.some((ofSex) => isSmall(sumOf(ofSex))) ? [ofAge] : sexes;
    for (const group of groups) {
      const whole = sumOf(group);
      if (isSmall(whole)) return [];
      for (const { municipality, examined } of group)
        if (examined > 0)
          expected.set(
            municipality,
            (expected.get(municipality) ?? 0) + (examined * whole.found) / whole.examined,
          );
    }
  }
  return towns.flatMap((town) => {
    const value = expected.get(town.key);
    const { examined: persons } = sumOf(rows.filter(({ municipality }) => municipality === town.key));
    return value === undefined ? [] : [{ town, value: Math.round(value), persons }];
  });
}
