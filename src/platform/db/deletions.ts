import { sql } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";

/** Columns of a row that nobody erases: deleting marks it, and for a while it can be brought back. */
export interface Deletable {
  area_id: string;
  id: string;
  deleted_at: Date | null;
  deleted_by: string | null;
}

/** What every such row begins as. */
export const freshRow = (area: string, id: string, at: Date) => ({
  area_id: area,
  id,
  created_at: at,
  deleted_at: null,
  deleted_by: null,
});

/** Where things of a kind are kept, the column that names one, and the thing without which none is seen. */
export type Shelf<Thing> = Readonly<{ table: string; title: string; within?: readonly [Thing, string] }>;

type Named<Thing> = Readonly<{ thing: Thing; id: string; title: string; deletedAt: Date | null }>;

/** What is there again, with its id and outward those of what it is within. */
export type Restored<Thing> = Readonly<{
  thing: Thing;
  title: string;
  ids: readonly string[];
  /** That of what it is within which is deleted still, so that it is not seen yet. */
  gone: Readonly<{ thing: Thing; title: string }> | undefined;
}>;

/** Deleting and bringing back, for a module that says where it keeps each of its things. */
export function deletions<Thing extends string>(shelves: Readonly<Record<Thing, Shelf<Thing>>>) {
  /** A thing, deleted or not, and outward what it is within. Empty where there never was one. */
  async function selectWithin(
    access: RowAccess,
    area: string,
    thing: Thing,
    id: string,
  ): Promise<Named<Thing>[]> {
    const { table, title, within } = shelves[thing];
    const { rows } = await sql<{ title: string; deletedAt: Date | null; outer: string | null }>`
      select ${sql.ref(title)}::text as title, deleted_at as "deletedAt",
        ${within ? sql.ref(within[1]) : sql`null`} as outer
      from ${sql.table(table)} where area_id = ${area} and id = ${id}`.execute(db(access));
    const [row] = rows;
    if (!row) return [];
    const around = within && row.outer ? await selectWithin(access, area, within[0], row.outer) : [];
    return [{ thing, id, title: row.title, deletedAt: row.deletedAt }, ...around];
  }

  return {
    /** Whether there was such a thing to delete; `under` is what an address names: the thing itself, or what it is within. */
    async markDeleted(
      access: RowAccess,
      area: string,
      thing: Thing,
      id: string,
      by: string,
      at: Date,
      under?: string,
    ): Promise<boolean> {
      const { table, within } = shelves[thing];
      const named = under === undefined ? sql`true` : sql`${sql.ref(within?.[1] ?? "id")} = ${under}`;
      const { numAffectedRows } = await sql`update ${sql.table(table)}
        set deleted_at = ${at}, deleted_by = ${by}
        where area_id = ${area} and id = ${id} and ${named} and deleted_at is null`.execute(db(access));
      return numAffectedRows === 1n;
    },

    async selectDeletedAt(
      access: RowAccess,
      area: string,
      thing: Thing,
      id: string,
    ): Promise<Date | undefined> {
      return (await selectWithin(access, area, thing, id))[0]?.deletedAt ?? undefined;
    },

    async clearDeleted(access: RowAccess, area: string, thing: Thing, id: string): Promise<void> {
      await sql`update ${sql.table(shelves[thing].table)} set deleted_at = null, deleted_by = null
        where area_id = ${area} and id = ${id}`.execute(db(access));
    },

    async findRestored(
      access: RowAccess,
      area: string,
      thing: Thing,
      id: string,
    ): Promise<Restored<Thing> | undefined> {
      const [own, ...around] = await selectWithin(access, area, thing, id);
      if (!own || own.deletedAt) return undefined;
      const ids = [id, ...around.map((one) => one.id)];
      return { thing, title: own.title, ids, gone: around.find((one) => one.deletedAt !== null) };
    },
  };
}
