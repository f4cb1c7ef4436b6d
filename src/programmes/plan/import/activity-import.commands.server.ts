import { command } from "#foundation/authority/public.ts";
import { cleanName } from "#platform/files/file-name.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { aboutArea, type PlanPermit } from "../access.ts";
import { lockCounting } from "../chain/plan-facts.store.server.ts";
import { pushActivityCounts } from "../chain/plan-facts.usecases.server.ts";
import { type Field, type ImportedRow, type ReadRows, readRows } from "./activity-import.rules.ts";
import { TableInput } from "./activity-import.schema.ts";
import {
  activityColumns,
  type Held,
  insertImport,
  selectImported,
  type ToldColumn,
  upsertImported,
} from "./activity-import.store.server.ts";
import { readTable } from "./table-file.rules.ts";
import { textOf } from "./table-file.usecases.server.ts";

/** What a row does: it makes an activity, or brings a deleted one back (`before` is null), or changes one. */
export type ImportedChange = ImportedRow &
  Readonly<{ before: Readonly<{ sessions: number | null; participants: number | null }> | null }>;
export type ActivityImport = Omit<ReadRows, "told" | "rows"> &
  Readonly<{
    added: number;
    changed: number;
    same: number;
    changes: readonly ImportedChange[];
    /** The text of the table, which is sent again to take it over. */
    table: string;
    fileName: string;
  }>;

/** What taking over a table of past years would do. */
export const checkActivities = command({
  name: "activity-import.check",
  takesFiles: true,
  ...aboutArea("activity"),
  input: TableInput,
  async run(permit, { area, ...sent }) {
    const read = await readImport(permit, area, sent);
    return read.ok ? ok(read.value.report) : read;
  },
});

/**
 * Takes over the activities of past years from a table. Nothing is written while a row has a problem; a file that is
 * sent again changes nothing twice, and leaves alone what it does not tell.
 */
export const importActivities = command({
  name: "activity-import.take",
  takesFiles: true,
  ...aboutArea("activity"),
  input: TableInput,
  async run(permit, { area, ...sent }) {
    // Of two who send at once, the second sees what the first wrote.
    await lockCounting(permit);
    const read = await readImport(permit, area, sent);
    if (!read.ok) return read;
    const { report, held, told } = read.value;
    const { problems, changes, added, changed, fileName } = report;
    if (problems.length > 0 || changes.length === 0) return ok(report);
    const years = [...new Set(changes.map(({ activity }) => fiscalYearOf(activity.from)))];
    const made = {
      id: newId() as string,
      fileName: fileName ? cleanName(fileName) : null,
      years,
      added,
      changed,
    };
    const changedKeys = changes.filter(({ before }) => before !== null).map(({ key }) => key);
    await insertImport(permit, area, made, changedKeys);
    await upsertImported(permit, area, changes, told, made.id);
    // Somebody may have moved one to another year since it came.
    const before = changes.flatMap((row) => thereIn(held, row)?.fiscal_year ?? []);
    await pushActivityCounts(permit, [...years, ...before]);
    return ok(report);
  },
});

type ReadImport = Readonly<{
  report: ActivityImport;
  held: ReadonlyMap<string, Held>;
  told: readonly ToldColumn[];
}>;

async function readImport(permit: PlanPermit, area: AreaId, sent: TableInput): Promise<Result<ReadImport>> {
  const table = await textOf(sent);
  if (!table.ok) return table;
  const file = readTable(table.value);
  if (!file.ok) return file;
  const read = readRows(file.value, sent.host, permit.clock.today());
  if (!read.ok) return read;
  const { rows, told: fields, problems, passedOver, unread } = read.value;
  const told = columnsOf(fields);
  const held = await selectImported(
    permit,
    area,
    rows.map(({ key }) => key),
  );
  const changes = rows
    .filter((row) => !stands(thereIn(held, row), row, told))
    .map((row): ImportedChange => ({ ...row, before: thereIn(held, row) ?? null }));
  const changed = changes.filter(({ before }) => before !== null).length;
  const report = {
    problems,
    passedOver,
    unread,
    changes,
    changed,
    added: changes.length - changed,
    same: rows.length - changes.length,
    table: table.value,
    fileName: sent.file?.name ?? sent.fileName,
  };
  return ok({ report, held, told });
}

/** When something was is told by several columns. */
const WHEN = ["fiscal_year", "held_from", "held_to", "is_total"] as const;
const columnsOf = (fields: readonly Field[]): ToldColumn[] => [
  ...WHEN,
  ...fields.filter((field) => field !== "from" && field !== "to" && field !== "fiscal_year"),
];

function thereIn(held: ReadonlyMap<string, Held>, { key }: ImportedRow): Held | undefined {
  const found = held.get(key);
  return found?.deleted_at === null ? found : undefined;
}

function stands(held: Held | undefined, { activity }: ImportedRow, told: readonly ToldColumn[]): boolean {
  const now = activityColumns(activity);
  return held !== undefined && told.every((column) => held[column] === now[column]);
}
