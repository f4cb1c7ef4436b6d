import type { Taking } from "#platform/tables/table-in.ts";
import type { ImportPermit } from "../../access.ts";
import type { Indicator } from "../../dictionary/schema.ts";
import type { ChangeCount, ChangeExample, Changes, Choices, ColumnMeaning } from "../schema.ts";

/** A file of figures being read. */
export type FigureTaking = Taking<ImportPermit, ColumnMeaning, Choices>;

export const EXAMPLES_SHOWN = 50;

export type FoundCount = Readonly<{
  indicatorNo: number;
  fiscalYear: number;
  fresh: boolean;
  figures: number;
}>;
export type FoundExample = Omit<ChangeExample, "indicator"> & { indicatorNo: number };

/** What an import does to which indicator and year, as pages are shown it. */
export function changesOf(
  found: readonly FoundCount[],
  examples: readonly FoundExample[],
  indicators: readonly Indicator[],
): Changes {
  const codes = new Map(indicators.map(({ no, code }) => [no, code]));
  const groups = Map.groupBy(found, ({ indicatorNo, fiscalYear }) => indicatorNo * 10_000 + fiscalYear);
  const counts: ChangeCount[] = [...groups.keys()]
    .sort((a, b) => a - b)
    .map((key) => ({
      indicator: codes.get(Math.floor(key / 10_000))!,
      fiscalYear: key % 10_000,
      added: sum(groups.get(key)!, true),
      changed: sum(groups.get(key)!, false),
    }));
  return {
    counts,
    examples: examples.map(({ indicatorNo, ...rest }) => ({ ...rest, indicator: codes.get(indicatorNo)! })),
  };
}

/** How many figures are new, or change what stands. */
export const sum = (found: readonly FoundCount[], fresh: boolean): number =>
  found.reduce((all, one) => all + (one.fresh === fresh ? one.figures : 0), 0);
