import type { Insertable, Selectable, SelectQueryBuilder, Updateable } from "kysely";
import type { Clock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { type RowAccess, tables } from "./rows.ts";
import type { CamelTables } from "./tables.ts";

/** Opens the rows of one area, as a permit does. */
export type AreaAccess = RowAccess & Readonly<{ subject: Readonly<{ area: AreaId }>; clock: Clock }>;

type TablesWith<Columns> = {
  [T in keyof CamelTables]: CamelTables[T] extends Columns ? T : never;
}[keyof CamelTables];
export type AreaTable = TablesWith<{ areaId: AreaId }>;
/** Tables whose rows nobody erases: deleting marks a row, and for a while it can be brought back. */
export type DeletableTable = TablesWith<{ areaId: AreaId; id: string; deletedAt: Date | null }>;

/** Columns of a row as they are read: the type of a domain value that is a row of its table. */
export type Row<T extends keyof CamelTables, Column extends keyof Selectable<CamelTables[T]>> = Readonly<
  Pick<Selectable<CamelTables[T]>, Column>
>;

// biome-ignore lint/complexity/noBannedTypes: Kysely's own type of a query that has chosen no column yet
type Rows<T extends keyof CamelTables> = SelectQueryBuilder<CamelTables, T, {}>;

/** The rows of a table in the area of the permit. */
export const rowsOf = <T extends AreaTable>(access: AreaAccess, table: T): Rows<T> =>
  tables(access)
    .selectFrom(table as "planGoal")
    .where(`${table as "planGoal"}.areaId`, "=", access.subject.area) as unknown as Rows<T>;

/** The rows of a table in the area of the permit that are not deleted. */
export const standingRows = <T extends DeletableTable>(access: AreaAccess, table: T): Rows<T> =>
  (rowsOf(access, table) as unknown as Rows<"planGoal">).where(
    `${table as "planGoal"}.deletedAt`,
    "is",
    null,
  ) as unknown as Rows<T>;

type Given<T extends DeletableTable> = Omit<Insertable<CamelTables[T]>, "areaId" | "id" | "deletedAt"> &
  Readonly<{ id?: string }>;

/** Adds a row to a table in the area of the permit; its id. */
export async function addRow<T extends DeletableTable>(
  access: AreaAccess,
  table: T,
  { id = newId() as string, ...row }: Given<T>,
): Promise<string> {
  await tables(access)
    .insertInto(table as "planGoal")
    .values({ ...row, areaId: access.subject.area, id } as never)
    .execute();
  return id;
}

/** Changes the row of that id in an area, which need not be the permit's; whether there was one. */
export async function changeRowIn<T extends TablesWith<{ areaId: AreaId; id: string }>>(
  access: RowAccess,
  table: T,
  { areaId, id }: Readonly<{ areaId: AreaId; id: string }>,
  change: Updateable<CamelTables[T]>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(access)
    .updateTable(table as "planGoal")
    .set(change as never)
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Changes a row in the area of the permit that is not deleted; whether there was one. */
export async function changeRow<T extends DeletableTable>(
  access: AreaAccess,
  table: T,
  id: string,
  change: Updateable<CamelTables[T]>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(access)
    .updateTable(table as "planGoal")
    .set(change as never)
    .where("areaId", "=", access.subject.area)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
