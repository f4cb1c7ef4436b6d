import type { MendedRow, RejectedRow } from "./import.ts";

/** More bad rows than this are mended in the file. */
export const MOST_MENDED = 500;
/** A longer text is no slip in one cell. */
const LONGEST_SHOWN = 300;

/** What was typed for one bad row: single cells by their place, or the whole row in one text. */
export type TypedRow = Readonly<{ cells: ReadonlyMap<number, string>; row: string | undefined }>;

/** The fields of a form for bad rows, by line. */
export function typedRows(form: Readonly<Record<string, unknown>>): ReadonlyMap<number, TypedRow> {
  const rows = new Map<number, { cells: Map<number, string>; row: string | undefined }>();
  for (const [field, value] of Object.entries(form)) {
    const [, kind, line, at] = /^(cell|row)-(\d{1,9})(?:-(\d{1,4}))?$/.exec(field) ?? [];
    if (kind === undefined || typeof value !== "string") continue;
    const text = value.replaceAll("\0", "");
    const row = rows.get(Number(line)) ?? { cells: new Map(), row: undefined };
    rows.set(Number(line), row);
    if (kind === "row") row.row = text;
    else if (at !== undefined) row.cells.set(Number(at), text);
  }
  return rows;
}

/** The cells of a row with what was typed, as many as there are columns; undefined where nothing was changed. */
export function mendedRow(
  cells: readonly string[],
  typed: TypedRow,
  columns: number,
  split: (row: string) => readonly string[] | undefined,
): readonly string[] | undefined {
  const whole = typed.row === undefined || typed.row === rowText(cells) ? undefined : split(typed.row.trim());
  if (whole) return whole;
  const changed = [...typed.cells].filter(([at, text]) => at < columns && text !== (cells[at] ?? ""));
  if (changed.length === 0) return undefined;
  const now = [...cells];
  for (const [at, text] of changed) now[at] = text;
  return Array.from(now, (cell) => cell ?? "");
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** A row in one line, as CSV writes it. */
export const rowText = (cells: readonly string[]): string => cells.map(quoted).join(",");

/**
 * The field in which a problem of a bad row is mended, and what it holds: of a cell that cell, else the whole row.
 * Undefined where the row has swallowed others, or is too long to be mended by eye.
 */
export function mendingField(
  { line, cells }: RejectedRow,
  column: string,
  header: readonly string[],
): Readonly<{ field: string; value: string }> | undefined {
  if (cells.some((cell) => /[\r\n]/.test(cell))) return undefined;
  const at = column === "" ? -1 : header.indexOf(column);
  const [field, value] = at < 0 ? [`row-${line}`, rowText(cells)] : [`cell-${line}-${at}`, cells[at] ?? ""];
  return value.length > LONGEST_SHOWN ? undefined : { field, value };
}

/** What was mended, cell by cell, as it is shown beside what came of it. */
export const mendedCells = (header: readonly string[], mended: readonly MendedRow[]) =>
  mended.flatMap(({ line, was, cells }) =>
    Array.from({ length: Math.max(was.length, cells.length) }, (_, at) => ({
      key: `${line} ${at}`,
      line,
      column: header[at] ?? "",
      was: was[at] ?? "",
      now: cells[at] ?? "",
    })).filter(({ was, now }) => was !== now),
  );
