import { areasAs } from "#foundation/actors/public.ts";
import { DAYS_TO_RESTORE } from "#foundation/deletions/public.ts";
import { restores, type TableImport, tableImports } from "#foundation/tables/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import {
  type ColumnChoices,
  type ColumnTable,
  type ColumnTaking,
  columnTable,
  type Planned,
} from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import type { Standing } from "#platform/tables/row-history.ts";
import { type PlanPermit, planPolicy } from "../access.ts";
import { lockCounting } from "../chain/plan-facts.store.server.ts";
import { pushActivityCounts } from "../chain/plan-facts.usecases.server.ts";
import { activityKindLabel, sessionsAndPeople, showYear } from "../model/plan.messages.ts";
import { COLUMNS, type Field, type ImportedRow, readRow, repeated } from "./activity-import.rules.ts";
import {
  activityColumns,
  type Held,
  history,
  noteBefore,
  selectImported,
  type ToldColumn,
  upsertImported,
} from "./activity-import.store.server.ts";

const MOST_ROWS = 50_000;

/** What the rows of one file are read and written with. */
type Context = Readonly<{
  taking: ColumnTaking<PlanPermit>;
  /** What a table tells of an activity; the rest is left as it is. */
  told: readonly ToldColumn[];
  held: Map<string, Held>;
  /** The fiscal years of what changes, and those in which it stood: somebody may have moved one since it came. */
  years: Set<number>;
  left: Set<number>;
}>;

/** When something was is told by several columns. */
const WHEN = ["fiscal_year", "held_from", "held_to", "is_total"] as const;
const toldBy = (roles: readonly string[]): ToldColumn[] => [
  ...WHEN,
  ...COLUMNS.map(({ key }) => key).filter(
    (key): key is Exclude<Field, "fiscal_year" | "from" | "to"> =>
      roles.includes(key) && !["fiscal_year", "from", "to"].includes(key),
  ),
];

const spec: ColumnTable<PlanPermit, Field, ImportedRow, Context> = {
  kind: "activities",
  columns: COLUMNS,
  mostRows: MOST_ROWS,
  async prepare(taking) {
    await lockCounting(taking.permit);
    const told = toldBy(taking.batch.mapping!.map(({ role }) => role));
    return { taking, told, held: new Map(), years: new Set(), left: new Set() };
  },
  read: (row, { taking }) => readRow(row, taking.permit.clock.today()),
  repeated,
  async compare(context, records) {
    const { permit, batch } = context.taking;
    const keys = records.map(({ key }) => key);
    for (const [key, held] of await selectImported(permit, batch.areaId, keys)) context.held.set(key, held);
    return records.map((record) => plannedOf(context, record));
  },
  async insert({ taking: { permit, batch }, told }, planned) {
    const changed = planned.filter(({ effect }) => effect === "changed").map(({ record }) => record.key);
    await noteBefore(permit, batch, changed);
    const stamp = { by: batch.createdBy, at: permit.clock.now() };
    await upsertImported(
      permit,
      batch.areaId,
      planned.map(({ record }) => record),
      told,
      batch.id,
      stamp,
    );
  },
  async end({ taking: { permit, looking }, years, left }) {
    if (!looking) await pushActivityCounts(permit, [...years, ...left]);
    return years.size === 0 ? {} : { from: Math.min(...years), to: Math.max(...years) };
  },
  withdraw: async (permit, batch, stamp) =>
    pushActivityCounts(permit, await history.takeBack(permit, batch, stamp)),
  restore: {
    days: DAYS_TO_RESTORE,
    run: async (permit, batch) => pushActivityCounts(permit, await history.bringBack(permit, batch)),
  },
};

/** A row makes an activity, or brings a deleted one back, or changes one. */
function plannedOf({ held, told, years, left }: Context, record: ImportedRow): Planned<ImportedRow> {
  const { activity } = record;
  const stored = held.get(record.key);
  const before = stored?.deleted_at === null ? stored : undefined;
  const now = activityColumns(activity);
  const same = before !== undefined && told.every((column) => before[column] === now[column]);
  if (!same) years.add(fiscalYearOf(activity.from));
  if (!same && before) left.add(before.fiscal_year);
  return {
    record,
    effect: same ? "unchanged" : before ? "changed" : "added",
    cells: () => [
      activity.isTotal ? showYear(fiscalYearOf(activity.from)) : activity.from,
      activityKindLabel(activity.kind),
      activity.isTotal ? "" : activity.title,
      sessionsAndPeople(activity.sessions, activity.participants),
      before ? sessionsAndPeople(before.sessions, before.participants) : "",
    ],
  };
}

/** What taking an import back would do, or did; `kept` were changed since by hand or by another import. */
export type ActivityStanding = Standing & Readonly<{ kept: number }>;

const ACTIVITIES: TableImport<PlanPermit, Meaning, ColumnChoices, unknown, ActivityStanding> = {
  table: columnTable(spec),
  policy: planPolicy,
  prefix: "activity-import",
  reachOf: (actor) => (actor.kind === "person" ? areasAs(actor, "coordinator") : "all"),
  within: ({ area }) => ({ areas: [area], facts: [area] }),
  listed: (actor) => areasAs(actor, "coordinator"),
  async view(permit, batch) {
    const standing = await history.standing(permit, batch as ImportBatch);
    const { removed, reverted, gone } = standing;
    const { added, changed } = batch.counts;
    return { ...standing, kept: added + changed - removed - reverted - gone };
  },
};

export const {
  beginImport: beginActivityImport,
  cancelImport: cancelActivityImport,
  checkImport: checkActivityImport,
  importJob: activityImportJob,
  importWhole: importActivities,
  listImports: listActivityImports,
  readImport: getActivityImport,
  rejectedFile: rejectedActivities,
  rematchImport: rematchActivityImport,
  runImport: runActivityImport,
  takeImport: takeActivityImport,
  withdrawImport: withdrawActivityImport,
} = tableImports(ACTIVITIES);

export const restoreActivityImport = restores(ACTIVITIES);
