import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { cleanName } from "#platform/files/file-name.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { activityColumns } from "../activities/store.server.ts";
import { holdCounting } from "../facts/store.server.ts";
import { tellActivities } from "../facts/usecases.server.ts";
import { editPlan } from "../usecases.server.ts";
import { readTable } from "./file/rules.ts";
import { type Field, type ImportedRow, type ReadRows, readRows } from "./rules.ts";
import { type Held, insertImport, selectImported, type ToldColumn, upsertImported } from "./store.server.ts";

/** What a row does: it makes an activity, or brings a deleted one back (`before` is null), or changes one. */
export type ImportedChange = ImportedRow &
  Readonly<{ before: Readonly<{ sessions: number | null; participants: number | null }> | null }>;
export type SentTable = Readonly<{
  table: string;
  /** How the file was called; a table that was pasted has none. */
  fileName?: string | undefined;
  host: string;
  onlyLook: boolean;
}>;
export type ActivityImport = Omit<ReadRows, "told" | "rows"> &
  Readonly<{ added: number; changed: number; same: number; changes: readonly ImportedChange[] }>;

/**
 * Takes over the activities of past years from a table. Nothing is written while a row has a problem or `onlyLook` is
 * set; a file that is sent again changes nothing twice, and leaves alone what it does not tell.
 */
export function importActivities(
  app: App,
  actor: Actor,
  area: AreaId,
  { table, fileName, host, onlyLook }: SentTable,
): Promise<Result<ActivityImport>> {
  return editPlan(app, actor, area, "activity", async (unit, by, at): Promise<Result<ActivityImport>> => {
    const file = readTable(table);
    if (!file.ok) return file;
    const read = readRows(file.value, host, unit.clock.today());
    if (!read.ok) return read;
    const { rows, told: fields, ...rest } = read.value;
    const told = columnsOf(fields);
    // Of two who send at once, the second sees what the first wrote.
    if (!onlyLook) await holdCounting(unit, area);
    const held = await selectImported(
      unit,
      area,
      rows.map(({ key }) => key),
    );
    const changes = rows
      .filter((row) => !stands(thereIn(held, row), row, told))
      .map((row): ImportedChange => ({ ...row, before: thereIn(held, row) ?? null }));
    const changed = changes.filter(({ before }) => before !== null).length;
    const report = {
      ...rest,
      changes,
      changed,
      added: changes.length - changed,
      same: rows.length - changes.length,
    };
    if (onlyLook || rest.problems.length > 0 || changes.length === 0) return ok(report);
    const years = [...new Set(changes.map(({ activity }) => fiscalYearOf(activity.from)))];
    const named = fileName ? cleanName(fileName) : null;
    const made = { id: newId(), fileName: named, years, added: report.added, changed, by, at };
    const changedKeys = changes.filter(({ before }) => before !== null).map(({ key }) => key);
    await insertImport(unit, area, made, changedKeys);
    await upsertImported(unit, area, changes, told, made);
    // Somebody may have moved one to another year since it came.
    const before = changes.flatMap((row) => thereIn(held, row)?.fiscal_year ?? []);
    await tellActivities(unit, area, [...years, ...before]);
    return ok(report);
  });
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
