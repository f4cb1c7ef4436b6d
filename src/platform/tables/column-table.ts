import { z } from "zod";
import type { CsvRecord } from "#platform/files/csv-reader.ts";
import { restore } from "#platform/files/csv-writer.ts";
import type { FieldErrors } from "#platform/kernel/result.ts";
import {
  type Column,
  columnGaps,
  IGNORE,
  known,
  type Mapping,
  type Meaning,
  matchColumns,
  namesOf,
} from "./columns.ts";
import type { Choices, ImportBatch, Problem } from "./import.ts";
import { columnField, GAP, ROW } from "./messages.ts";
import type { Doing, RowTaker, TableIn, TakenRow, Taking } from "./table-in.ts";

/** What a row says by column: a cell of its own, else what was said for all rows, else nothing. */
export type Row<Key extends string> = Readonly<{
  line: number;
  has(key: Key): boolean;
  text(key: Key): string;
}>;

/** What is wrong with a row; without a key with all of it. */
export type Wrong<Key extends string> = Readonly<{ key?: Key; mend: string }>;
/** What a row becomes. The same key twice in a file is a slip. */
export type Recorded = Readonly<{ line: number; key: string }>;
export type ReadRow<Key extends string, R> = R | "skipped" | readonly Wrong<Key>[];

/** What a record does to what stands; `cells` is how it is shown before it is taken in. */
export type Planned<R> = Readonly<{
  record: R;
  effect: "added" | "changed" | "unchanged";
  cells(): readonly string[];
}>;
/** What is shown of an import: its first rows that change something. */
export type RowChanges = Readonly<{
  rows: readonly Readonly<{ line: number; effect: "added" | "changed"; cells: readonly string[] }>[];
}>;

/** What holds for the whole file: texts by column. */
export type ColumnChoices = Choices & Readonly<{ forAll?: Readonly<Record<string, string>> | undefined }>;

export type ColumnTable<
  P extends Doing,
  Key extends string,
  R extends Recorded,
  Context,
  W = unknown,
> = Readonly<{
  kind: string;
  columns: readonly Column<Key>[];
  mostRows: number;
  /** What rows are read with: who sends them, the day, what they may name. */
  prepare(taking: ColumnTaking<P>): Promise<Context>;
  /** Looks up what these rows name. */
  learn?(context: Context, rows: readonly Row<Key>[]): Promise<void>;
  /** How a row becomes a record: pure. */
  read(row: Row<Key>, context: Context): ReadRow<Key, R>;
  /** Of two rows with one key the second is refused. */
  repeated(first: number, record: R): Wrong<Key>;
  compare(context: Context, records: readonly R[]): Promise<readonly Planned<R>[]>;
  insert(context: Context, planned: readonly Planned<R>[]): Promise<void>;
  /** After the last row: what else follows from them, and what else is shown of them. */
  end?(context: Context): Promise<Readonly<Record<string, unknown>>>;
}> &
  Pick<TableIn<P, Meaning, ColumnChoices, W>, "withdraw" | "restore">;

export type ColumnTaking<P extends Doing> = Taking<P, Meaning, ColumnChoices>;

const CHANGES_SHOWN = 200;
const ROWS_AT_ONCE = 2000;
const AT_ONCE_BYTES = 1024 * 1024;

/** A table whose columns mean one thing each, and whose rows are records: most are. */
export function columnTable<P extends Doing, Key extends string, R extends Recorded, Context, W = unknown>(
  spec: ColumnTable<P, Key, R, Context, W>,
): TableIn<P, Meaning, ColumnChoices, W> {
  const { kind, columns } = spec;
  const names = namesOf(columns);
  const forAll = columns.filter((column) => column.forAll);
  return {
    kind,
    meaning: z.object({ role: z.enum([IGNORE, ...columns.map(({ key }) => key)]) }),
    choices: z.object({
      goodRowsOnly: z.boolean().optional(),
      forAll: z.record(z.string(), z.string()).optional(),
    }),
    choicesOf: (text) => ({
      forAll: Object.fromEntries(forAll.flatMap(({ key }) => (text(key) === "" ? [] : [[key, text(key)]]))),
    }),
    knows: async () => (name) => known(names, name) !== undefined,
    propose: async (_permit, { header }, choices) => ({ mapping: matchColumns(header, columns), choices }),
    async readMeaning(_permit, text) {
      const role = text === IGNORE ? IGNORE : known(names, text);
      return role && { role };
    },
    gaps: ({ mapping, choices }, header) => gapErrors(columns, mapping, choices, header),
    open: (taking) => openRows(spec, taking),
    withdraw: spec.withdraw,
    ...(spec.restore && { restore: spec.restore }),
    checksAtOnce: true,
    atOnceBytes: AT_ONCE_BYTES,
  };
}

function gapErrors(
  columns: readonly Column[],
  mapping: Mapping,
  { forAll = {} }: ColumnChoices,
  header: readonly string[],
): FieldErrors {
  const gaps = columnGaps(mapping, columns, new Set(Object.keys(forAll)));
  const errors = gaps.map((gap) =>
    gap.kind === "twice"
      ? ([columnField(gap.at[1]!), GAP.twice(header[gap.at[0]!]!, header[gap.at[1]!]!)] as const)
      : ([gap.columns[0]!.forAll ? gap.columns[0]!.key : columnField(0), GAP.missing(gap.columns)] as const),
  );
  return Object.fromEntries(
    [...Map.groupBy(errors, ([field]) => field)].map(([field, own]) => [field, own.map(([, mend]) => mend)]),
  );
}

/** How the rows of one file are read: which column is where, and what stands for all of them. */
export function rowReader<P extends Doing, Key extends string, R extends Recorded, Context, W = unknown>(
  spec: Pick<ColumnTable<P, Key, R, Context, W>, "columns" | "read" | "repeated">,
  { header, mapping, choices }: Pick<ImportBatch<Meaning, ColumnChoices>, "header" | "mapping" | "choices">,
) {
  const at = new Map(
    mapping!.flatMap(({ role }, index) => (role === IGNORE ? [] : [[role, index] as const])),
  );
  const given = choices.forAll ?? {};
  const seen = new Map<string, number>();
  const rowOf = ({ line, cells }: CsvRecord): Row<Key> => ({
    line,
    has: (key) => at.has(key) || given[key] !== undefined,
    text: (key) => restore(cells[at.get(key) ?? -1] ?? "").trim() || (given[key] ?? ""),
  });
  const read = (record: CsvRecord, context: Context): R | "skipped" | readonly Problem[] => {
    const problem = ({ key, mend }: Wrong<Key>): Problem => {
      const index = key === undefined ? undefined : at.get(key);
      const named = columns.get(key as Key)?.header ?? "";
      return {
        column: index === undefined ? named : header![index]!,
        value:
          index === undefined
            ? ""
            : restore(record.cells[index] ?? "")
                .trim()
                .slice(0, 100),
        mend,
      };
    };
    const shape = wrongShape(header!.length, record);
    if (shape) return [problem({ mend: shape })];
    if (record.cells.every((cell) => cell.trim() === "")) return "skipped";
    const found = spec.read(rowOf(record), context);
    if (found === "skipped") return found;
    if (Array.isArray(found)) return (found as readonly Wrong<Key>[]).map(problem);
    const good = found as R;
    const first = seen.get(good.key);
    if (first !== undefined) return [problem(spec.repeated(first, good))];
    seen.set(good.key, good.line);
    return good;
  };
  const columns = new Map(spec.columns.map((column) => [column.key, column]));
  return { rowOf, read };
}

function wrongShape(heads: number, { cells, line, flaw }: CsvRecord): string | undefined {
  if (flaw) return ROW.openQuote(line);
  if (cells.some((cell) => cell.includes("\uFFFD"))) return ROW.cut;
  if (cells.length < heads) return ROW.shorter(heads, cells.length);
  return cells.slice(heads).some((cell) => cell.trim() !== "") ? ROW.longer(heads, cells.length) : undefined;
}

/** More rows than a table of its kind has: another file was sent by mistake. */
export class TooManyRows extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} rows`);
    this.most = most;
  }
}

async function openRows<P extends Doing, Key extends string, R extends Recorded, Context, W = unknown>(
  spec: ColumnTable<P, Key, R, Context, W>,
  taking: ColumnTaking<P>,
): Promise<RowTaker> {
  const context = await spec.prepare(taking);
  const { rowOf, read } = rowReader(spec, taking.batch);
  const count = { added: 0, changed: 0, unchanged: 0 };
  const rows: RowChanges["rows"][number][] = [];
  let waiting: R[] = [];
  let taken = 0;
  const put = async () => {
    if (waiting.length === 0) return;
    const planned = await spec.compare(context, waiting);
    waiting = [];
    for (const { record, effect, cells } of planned) {
      count[effect] += 1;
      if (effect !== "unchanged" && rows.length < CHANGES_SHOWN)
        rows.push({ line: record.line, effect, cells: cells() });
    }
    if (!taking.looking)
      await spec.insert(
        context,
        planned.filter(({ effect }) => effect !== "unchanged"),
      );
  };
  return {
    learn: async (records) => spec.learn?.(context, records.map(rowOf)),
    take(record): TakenRow {
      taken += 1;
      if (taken > spec.mostRows) throw new TooManyRows(spec.mostRows);
      const found = read(record, context);
      if (found === "skipped") return found;
      if (Array.isArray(found)) return found as readonly Problem[];
      waiting.push(found as R);
      return undefined;
    },
    flush: async () => {
      if (waiting.length >= ROWS_AT_ONCE) await put();
    },
    async end() {
      await put();
      return { ...count, changes: { rows, ...(await spec.end?.(context)) } };
    },
  };
}
