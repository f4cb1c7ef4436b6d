import {
  type LinkedAxis,
  type LinkedEdition,
  type LpSolver,
  linkedPlaces,
  type PublishedCell,
  SMALLEST_SHOWN,
  suppressLinked,
} from "@yui/healthstats";
import type {
  Cell,
  Count,
  DeclaredTable,
  Edition,
  EditionContent,
  EditionCounts,
  EditionTable,
  Period,
  Publication,
} from "./edition.schema.ts";

export type EditionState = "current" | "replaced" | "withdrawn";
export type EditionStep = "withdraw" | "restore";
/** What can be done with an edition in each state. */
export const EDITION = {
  current: ["withdraw"],
  replaced: ["withdraw"],
  withdrawn: ["restore"],
} as const satisfies Record<EditionState, readonly EditionStep[]>;

export const stateOfEdition = ({
  withdrawnAt,
  replaced,
}: Pick<Edition, "withdrawnAt" | "replaced">): EditionState =>
  withdrawnAt ? "withdrawn" : replaced ? "replaced" : "current";

/** An edition with the counts behind it. */
export type CountedEdition = Readonly<{ content: EditionContent; counts: EditionCounts }>;

/**
 * Checks a declaration: a table that can't be laid out or linked is a mistake of who wrote it, found when the house starts.
 */
export function definePublication<const P extends Publication>(publication: P): P {
  const keys = publication.tables.map(({ key }) => key);
  if (new Set(keys).size !== keys.length)
    throw new Error(`${publication.name}: two tables have the same key`);
  for (const { key, axes } of publication.tables) {
    if (axes.length === 0) throw new Error(`${publication.name}: ${key} has no axis`);
    if (axes.filter(({ overlapping }) => overlapping).length > 1)
      throw new Error(`${publication.name}: ${key} has two overlapping axes`);
  }
  return publication;
}

/** The counts as an edition, with everything hidden that one of its tables or an edition before it would give back. */
export function makeEdition(
  publication: Publication,
  period: Period,
  counts: EditionCounts,
  earlier: readonly CountedEdition[],
  solver: LpSolver,
): EditionContent {
  const tables = tablesOf(publication, counts);
  const persons = tables.filter((table) => table.persons);
  const hidesZero = publication.zero === "hidden";
  const made =
    persons.length === 0
      ? []
      : suppressLinked(
          persons.map((table) => linkedTable(table, counts)),
          earlier.map(linkedEdition),
          solver,
          { hidesZero, smallest: publication.smallest ?? 0 },
        ).tables;
  return contentOf(publication, period, counts, (table) => {
    const cells = made[persons.findIndex(({ key }) => key === table.key)];
    if (!cells) return openCells(table, counts);
    const kinds = kindsAt(table, counts);
    return cells.map((cell, i) => cell && cellOf(cell, kinds[i]!));
  });
}

/** The same with every count as it is, for who may see that. It is not published. */
export const openEdition = (
  publication: Publication,
  period: Period,
  counts: EditionCounts,
): EditionContent => contentOf(publication, period, counts, (table) => openCells(table, counts), 0);

function contentOf(
  publication: Publication,
  period: Period,
  counts: EditionCounts,
  cellsOf: (table: DeclaredTable) => readonly (Cell | null)[],
  least = SMALLEST_SHOWN,
): EditionContent {
  const { name, title, source, zero, figures = [] } = publication;
  return {
    ...{ publication: name, title, source, zero, period },
    tables: tablesOf(publication, counts).map((table) => ({ ...table, cells: cellsOf(table) })),
    figures: figures.map((figure) => {
      const { value = null, persons = 0 } = counts.figures?.[figure.key] ?? {};
      return { ...figure, cell: value === null ? "no-data" : persons < least ? "hidden" : value };
    }),
  };
}

/** What an edition says besides its cells: where that and the counts are the same, a new edition would be the same too. */
export const shapeOf = (content: EditionContent): string =>
  JSON.stringify({
    ...content,
    tables: content.tables.map(({ cells: _, ...table }) => table),
    figures: content.figures.map(({ cell: _, ...figure }) => figure),
  });

const tablesOf = ({ tables }: Publication, counts: EditionCounts) =>
  tables.filter(({ key }) => counts.tables[key] !== undefined);

export const linkedAxes = ({ axes }: Pick<DeclaredTable, "axes">): LinkedAxis[] =>
  axes.map(({ name, categories, total, unpublished, open, overlapping, groups }) => ({
    name,
    categories: categories.map(({ key }) => key),
    total: total !== undefined,
    ...(unpublished ? { unpublished } : {}),
    ...(open ? { open } : {}),
    ...(overlapping ? { overlapping } : {}),
    ...(groups ? { groups } : {}),
  }));

const linkedTable = (table: DeclaredTable, counts: EditionCounts) => ({
  of: table.of,
  axes: linkedAxes(table),
  counts: counts.tables[table.key]!.map(numberOf),
});

/** An edition as the attack and the suppression of the next one see it. */
export const linkedEdition = ({ content, counts }: CountedEdition): LinkedEdition => ({
  tables: content.tables
    .filter(({ persons }) => persons)
    .map((table) => ({ ...linkedTable(table, counts), cells: table.cells.map(publishedCell) })),
});

const numberOf = (count: Count): number | null => (typeof count === "number" ? count : null);

function publishedCell(cell: Cell | null): PublishedCell | null {
  if (cell === null) return null;
  if (typeof cell === "number") return { state: "shown", value: cell };
  return { state: cell === "hidden" ? "suppressed" : "no-data" };
}

const cellOf = (cell: PublishedCell, kind: Count): Cell => {
  if (cell.state === "shown") return cell.value;
  return cell.state === "suppressed" ? "hidden" : typeof kind === "number" ? "no-data" : kind;
};

/** The value of every cell: its count, the sum of its parts, or the reason why there is none. */
function kindsAt(table: DeclaredTable, counts: EditionCounts): Count[] {
  const axes = linkedAxes(table);
  const sizes = axes.map(({ categories, overlapping }) => categories.length + (overlapping ? 1 : 0));
  const body = counts.tables[table.key]!;
  return linkedPlaces(axes).map(({ at }) => {
    const within = at.reduce<number[]>(
      (indexes, category, d) => {
        const { categories, overlapping } = axes[d]!;
        const here =
          category !== null
            ? [categories.indexOf(category)]
            : overlapping
              ? [categories.length]
              : categories.map((_, k) => k);
        return indexes.flatMap((index) => here.map((k) => index * sizes[d]! + k));
      },
      [0],
    );
    const found = within.map((index) => body[index]!);
    const numbers = found.filter((one) => typeof one === "number");
    if (numbers.length > 0) return numbers.reduce((sum, one) => sum + one, 0);
    return found.every((one) => one === found[0]) ? found[0]! : "no-data";
  });
}

function openCells(table: DeclaredTable, counts: EditionCounts): (Cell | null)[] {
  const kinds = kindsAt(table, counts);
  return linkedPlaces(linkedAxes(table)).map(({ published }, i) => (published ? kinds[i]! : null));
}

export type LaidOutTable = Readonly<{
  columns: readonly string[];
  rows: readonly Readonly<{ key: string; label: string; cells: readonly Cell[] }>[];
  /** Whether nothing of it could be published. */
  hidden: boolean;
}>;

/** A table as rows and columns: its last axis is across, all others are down; one axis alone is down. */
export function layOut(table: EditionTable): LaidOutTable {
  const { axes, unit } = table;
  const down = axes.length === 1 ? axes : axes.slice(0, -1);
  const across = axes.length === 1 ? undefined : axes.at(-1)!;
  const words = (axis: (typeof axes)[number], key: string | null) =>
    key === null ? axis.total! : axis.categories.find((one) => one.key === key)!.label;
  const columns: string[] = [];
  const rows = new Map<string, { key: string; label: string; cells: Cell[] }>();
  linkedPlaces(linkedAxes(table)).forEach(({ at }, i) => {
    const cell = table.cells[i] ?? null;
    if (cell === null) return;
    const place = at.slice(0, down.length);
    const key = place.map((one) => one ?? "total").join(" ");
    const label = place.map((one, d) => words(down[d]!, one)).join("　");
    const row = rows.get(key) ?? { key, label, cells: [] };
    rows.set(key, row);
    row.cells.push(cell);
    const column = across ? words(across, at.at(-1)!) : unit;
    if (!columns.includes(column)) columns.push(column);
  });
  const turned = <T>(line: readonly T[]) =>
    across?.totalFirst ? [...line.slice(-1), ...line.slice(0, -1)] : line;
  const list = [...rows.values()].map((row) => ({ ...row, cells: turned(row.cells) }));
  return {
    columns: turned(columns),
    rows: list,
    hidden: list.every(({ cells }) => cells.every((cell) => cell === "hidden")),
  };
}
