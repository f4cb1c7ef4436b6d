import type { Estimate } from "@yui/healthstats";
import type { AreaShape } from "#foundation/areas/public.ts";
import { areaMap } from "#ui/charts/area-map.ts";
import { funnelChart } from "#ui/charts/funnel-chart.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import { TOWNS } from "./checkup-picture.messages.ts";
import { funnelLines, type TownRatio } from "./town-ratio.rules.ts";

const HUNDRED = 100;
const whole = (value: number) => value.toFixed(0);
/** Classes of the map: an area as it is expected is in the middle. */
const LIMITS = [80, 95, 105, 120] as const;
const levelOf = (smoothed: number | null): number | null =>
  smoothed === null ? null : LIMITS.filter((limit) => smoothed >= limit).length;
const limits = (ratio: Estimate | null) => (ratio ? `${whole(ratio.lower)}～${whole(ratio.upper)}` : "");

export const presentTown = ({ id, name, observed, expected, ratio, smoothed, outside }: TownRatio) => ({
  ...{ id, name },
  observed: observed === null ? TOWNS.hidden : observed.toLocaleString("ja"),
  expected: expected === null ? TOWNS.hidden : expected.toFixed(Number.isInteger(expected) ? 0 : 1),
  ratio: ratio ? whole(ratio.value) : TOWNS.hidden,
  limits: limits(ratio),
  smoothed: smoothed === null ? "" : whole(smoothed),
  far: outside ? TOWNS.outside : "",
});

/** The towns of an indicator as a map of smoothed ratios and a funnel, as far as there are figures. */
export function townCharts(indicator: string, towns: readonly TownRatio[], shapes: readonly AreaShape[]) {
  const description = towns.map((town) => `${town.name} ${presentTown(town).ratio}`).join("、");
  const title = TOWNS.map(indicator);
  const map = inTwoWidths(areaMap, {
    ...{ id: "town-map", title, description, levels: LIMITS.length + 1, shapes },
    areas: towns.map(({ id, name, smoothed }) => ({
      ...{ id, label: name, level: levelOf(smoothed) },
      text: smoothed === null ? TOWNS.hidden : whole(smoothed),
    })),
  });
  const lines = funnelLines(towns);
  if (!lines) return { map: { title, chart: map }, funnel: undefined };
  const funnelTitle = TOWNS.funnel(indicator);
  const funnel = inTwoWidths(funnelChart, {
    ...{ id: "town-funnel", title: funnelTitle, description, average: HUNDRED },
    ...{ inner: lines.inner, outer: lines.outer },
    ...{ unit: TOWNS.unit, sizeUnit: TOWNS.size, figure: whole },
    points: towns.flatMap(({ name, expected, ratio, outside }) =>
      ratio && expected !== null ? [{ label: name, size: expected, value: ratio.value, outside }] : [],
    ),
  });
  return { map: { title, chart: map }, funnel: { title: funnelTitle, chart: funnel } };
}
