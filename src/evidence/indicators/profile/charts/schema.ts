import type { PresentedRow } from "../present.ts";

type ChartedSeries = readonly Pick<
  PresentedRow["series"][number],
  "fiscal_year" | "value" | "suppressed" | "interval"
>[];

/** What a chart and its table need of a row, as it may be shown. */
export type ChartedRow = Readonly<{
  heading: string;
  indicator: Pick<PresentedRow["indicator"], "unit" | "unit_name" | "decimals">;
  area: Readonly<{ name: string }>;
  series: ChartedSeries;
  compared: readonly Readonly<{ area: Readonly<{ name: string }>; series: ChartedSeries }>[];
}>;
