import {
  type DistrictIndicator,
  type PresentedDistricts,
  STANDINGS,
  showNumber,
} from "#evidence/indicators/public.ts";
import { type AreaKind, kindLabel } from "#foundation/areas/public.ts";
import { NOTHING } from "#platform/kernel/nothing.ts";
import { DISTRICTS } from "./messages.ts";
import { isWorse, medianOf, worstFirst } from "./overview.rules.ts";
import type { CouncilOf, RequestsOf } from "./overview.schema.ts";

export type Overview = PresentedDistricts &
  Readonly<{
    requests: ReadonlyMap<string, RequestsOf>;
    councils: ReadonlyMap<string, CouncilOf>;
  }>;

/** So many columns are read side by side; the rest is reached by their topic, and stands in file and report. */
export const MOST_COLUMNS = 6;
/** From so many worse figures on an area is named. */
const SEVERAL = 3;

export type Asked = Readonly<{ theme: string; indicator: string; order: "worse" | "name" }>;
export const askedOf = (query: URLSearchParams): Asked => ({
  theme: query.get("theme") ?? "",
  indicator: query.get("indicator") ?? "",
  order: query.get("order") === "name" ? "name" : "worse",
});

export const cellText = (column: Pick<DistrictIndicator, "decimals">, cell: Figure | null): string => {
  if (!cell) return NOTHING["no-data"].ja;
  if (cell.suppressed) return NOTHING.hidden.ja;
  return cell.value === null ? NOTHING["no-data"].ja : showNumber(cell.value, column.decimals);
};
type Figure = Readonly<{ value: number | null; suppressed: boolean }>;

const SIGNED = new Set(["worse", "worse-untested", "better", "better-untested"]);
/** The sign beside a figure, and the word that a screen reader says for it; nothing where no difference can be said. */
export const signOf = (standing: keyof typeof STANDINGS) =>
  SIGNED.has(standing) ? { sign: STANDINGS[standing].sign, word: STANDINGS[standing].ja } : null;

/** Columns of the topic that was asked for, and the one that the charts show. */
export function chosenOf({ columns }: Pick<Overview, "columns">, { theme, indicator }: Asked) {
  const ofTheme = columns.filter((column) => theme === "" || column.theme === theme);
  const shown = ofTheme.length > 0 ? ofTheme : columns;
  const charted = columns.find(({ code }) => code === indicator) ?? shown[0];
  const first = shown.slice(0, MOST_COLUMNS);
  const table = charted && !first.includes(charted) ? [charted, ...first.slice(0, MOST_COLUMNS - 1)] : first;
  return { table, charted };
}

/** The rows of the table, in the order that was asked for. */
export function tableOf(overview: Overview, asked: Asked) {
  const { districts, requests, councils } = overview;
  const { table, charted } = chosenOf(overview, asked);
  const order = charted && asked.order === "worse" ? worstFirst(charted) : districts.map((_, at) => at);
  const withWork = requests.size > 0 || councils.size > 0;
  return {
    withWork,
    columns: table.map((column) => ({
      code: column.code,
      name: column.name,
      unit_name: column.unit_name,
      year: column.year,
      around: column.around[0]?.name ?? null,
      whole: cellText(column, column.around[0] ?? null),
    })),
    rows: order.map((at) => {
      const district = districts[at]!;
      const asks = requests.get(district.id);
      const council = councils.get(district.id);
      return {
        ...{ slug: district.slug, name: district.name },
        cells: table.map((column) => {
          const cell = column.cells[at] ?? null;
          return { text: cellText(column, cell), mark: cell && signOf(cell.standing) };
        }),
        requests: requestsText(asks),
        waited: asks?.waitingDays == null ? DISTRICTS.unpublished : `${asks.waitingDays}`,
        stage: council?.stage ?? DISTRICTS.unregistered,
        registered: council?.stage != null,
      };
    }),
  };
}

export const requestsText = (asks: RequestsOf | undefined): string =>
  asks === undefined || asks.requests === null
    ? DISTRICTS.unpublished
    : asks.requests === "hidden"
      ? NOTHING.hidden.ja
      : asks.requests.toLocaleString("ja-JP");

/** Areas that somebody should look at, each with why. */
export function attentionOf({ districts, columns, requests, councils }: Overview) {
  const waits = [...requests.values()].flatMap(({ waitingDays }) =>
    waitingDays === null ? [] : [waitingDays],
  );
  const median = medianOf(waits);
  return districts.flatMap(({ id, slug, name }, at) => {
    const worse = columns.filter(({ cells }) => isWorse(cells[at])).length;
    const days = requests.get(id)?.waitingDays ?? null;
    const council = councils.get(id);
    const why = [
      ...(worse >= SEVERAL ? [DISTRICTS.several(worse)] : []),
      ...(days !== null && median !== null && waits.length > 2 && days > 2 * median
        ? [DISTRICTS.longWait(days, median)]
        : []),
      ...(council && council.stage === null ? [DISTRICTS.noCouncil] : []),
    ];
    return why.length > 0 ? [{ slug, name, why: why.join("、") }] : [];
  });
}

export const kindName = (kind: AreaKind | undefined): string => (kind ? kindLabel(kind) : "");

export type FileLine = Readonly<{
  column: DistrictIndicator;
  area: string;
  cell: DistrictIndicator["cells"][number];
}>;

/** Every figure, one a line. */
export const fileLines = ({ columns, districts }: Overview): FileLine[] =>
  columns.flatMap((column) =>
    districts.map(({ name }, at) => ({ column, area: name, cell: column.cells[at] ?? null })),
  );

export const LINE_COLUMNS = [
  { head: DISTRICTS.area, cell: ({ area }: FileLine) => area },
  { head: "指標", cell: ({ column }: FileLine) => column.name },
  { head: DISTRICTS.year, cell: ({ column }: FileLine) => column.year },
  {
    head: DISTRICTS.value,
    cell: ({ column, cell }: FileLine) => (cell?.value == null ? cellText(column, cell) : cell.value),
  },
  { head: DISTRICTS.unit, cell: ({ column }: FileLine) => column.unit_name },
  { head: "95%下限", cell: ({ cell }: FileLine) => cell?.interval?.lower },
  { head: "95%上限", cell: ({ cell }: FileLine) => cell?.interval?.upper },
  { head: "判定", cell: ({ cell }: FileLine) => cell && STANDINGS[cell.standing].ja },
  { head: DISTRICTS.source, cell: ({ column }: FileLine) => column.source },
];
