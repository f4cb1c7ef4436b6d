import { type DistrictIndicator, type PresentedDistricts, showNumber } from "#evidence/indicators/public.ts";
import type { AreaShape } from "#foundation/areas/public.ts";
import { eraYearOf, fiscalYear } from "#platform/kernel/fiscal-year.ts";
import { NOTHING } from "#platform/kernel/nothing.ts";
import { areaMap } from "#ui/charts/area-map.ts";
import { dotChart } from "#ui/charts/dot-chart.ts";
import { funnelChart } from "#ui/charts/funnel-chart.ts";
import { smallMultiples } from "#ui/charts/small-multiples.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import { DISTRICTS } from "./messages.ts";
import { cellText } from "./overview.present.ts";
import { CLASSES, classesOf, funnelOf, worstFirst } from "./overview.rules.ts";

type Districts = PresentedDistricts["districts"];
export type DrawnChart = Readonly<{
  key: string;
  title: string;
  note: string;
  text: string;
  chart: { wide: string; narrow: string };
}>;

const unitOf = ({ unit, unit_name }: DistrictIndicator) => (unit === "percent" ? "%" : unit_name);
const figureOf = (column: DistrictIndicator) => (value: number) =>
  `${showNumber(value, column.decimals)}${column.unit === "percent" ? "%" : ""}`;
const shortName = (name: string) => name.replace(/(圏域|労働基準監督署管内|保健所管内)$/, "");

/** The figures of one indicator as a map, a ranking with intervals, a funnel and small lines, as far as there are figures. */
export function chartsOf(
  column: DistrictIndicator,
  districts: Districts,
  shapes: readonly AreaShape[],
): DrawnChart[] {
  const texts = districts.map((_, at) => cellText(column, column.cells[at] ?? null));
  const text = districts.map(({ name }, at) => `${name} ${texts[at]}`).join("、");
  return [
    mapOf(column, districts, texts, text, shapes),
    rankingOf(column, districts, text),
    funnelFigure(column, districts, text),
    multiplesOf(column, districts, text),
  ].filter((one) => one !== null);
}

function mapOf(
  column: DistrictIndicator,
  districts: Districts,
  texts: readonly string[],
  text: string,
  shapes: readonly AreaShape[],
): DrawnChart {
  const classes = classesOf(districts.map((_, at) => column.cells[at]?.value ?? null));
  const title = DISTRICTS.map(column.name, column.year);
  const chart = inTwoWidths(areaMap, {
    ...{ id: "district-map", title, description: text, levels: CLASSES, shapes },
    areas: districts.map(({ id, name }, at) => ({
      ...{ id, label: shortName(name), level: classes[at] ?? null, text: texts[at]! },
    })),
  });
  const note = shapes.length > 0 ? `${DISTRICTS.mapNote}${DISTRICTS.credit}` : DISTRICTS.mapNote;
  return { key: "map", title, note, text, chart };
}

function rankingOf(column: DistrictIndicator, districts: Districts, text: string): DrawnChart {
  const title = DISTRICTS.ranking(column.name, column.year);
  const rows = worstFirst(column).map((at) => {
    const cell = column.cells[at];
    return {
      ...{ label: districts[at]!.name, main: false, value: cell?.value ?? null },
      ...(cell?.interval ? { lower: cell.interval.lower, upper: cell.interval.upper } : {}),
      nothing: NOTHING[cell?.suppressed ? "hidden" : "no-data"].ja,
    };
  });
  const whole = column.around[0];
  const all = whole?.value == null ? rows : [{ label: whole.name, main: true, value: whole.value }, ...rows];
  const chart = inTwoWidths(dotChart, {
    ...{ id: "district-ranking", title, description: text, rows: all },
    ...{ unit: unitOf(column), figure: figureOf(column) },
  });
  return { key: "ranking", title, note: DISTRICTS.rankingNote, text, chart };
}

function funnelFigure(column: DistrictIndicator, districts: Districts, text: string): DrawnChart | null {
  const funnel = funnelOf(column);
  if (!funnel) return null;
  const title = DISTRICTS.funnel(column.name, column.year);
  const { average, inner, outer } = funnel;
  const chart = inTwoWidths(funnelChart, {
    ...{ id: "district-funnel", title, description: text, average, inner, outer },
    ...{ unit: unitOf(column), figure: figureOf(column), sizeUnit: DISTRICTS.persons },
    points: funnel.points.map(({ at, size, value, outside }) => ({
      label: shortName(districts[at]!.name),
      size,
      value,
      outside,
    })),
  });
  return { key: "funnel", title, note: DISTRICTS.funnelNote, text, chart };
}

const LEAST_YEARS = 3;

function multiplesOf(column: DistrictIndicator, districts: Districts, text: string): DrawnChart | null {
  const panels = districts.flatMap(({ name }, at) => {
    const points = (column.cells[at]?.series ?? []).map(({ year, value }) => ({
      x: year as number,
      y: value,
    }));
    return points.filter(({ y }) => y !== null).length >= LEAST_YEARS
      ? [{ label: shortName(name), points }]
      : [];
  });
  if (panels.length < 2) return null;
  const title = DISTRICTS.multiples(column.name);
  const chart = inTwoWidths(smallMultiples, {
    ...{ id: "district-multiples", title, description: text, panels },
    ...{ unit: unitOf(column), figure: figureOf(column) },
    tick: (year) => {
      const { letter, year: of } = eraYearOf(fiscalYear(year));
      return `${year}・${letter}${of}`;
    },
  });
  return { key: "multiples", title, note: "", text, chart };
}
