import { sql } from "kysely";
import type { Tx } from "./database.ts";

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

/** Deleting and bringing back, for a module that names the table of each thing it keeps. */
export function deletions<Thing extends string>(tableOf: Readonly<Record<Thing, string>>) {
  return {
    /** Whether there was such a thing to delete. */
    async markDeleted(
      tx: Tx,
      area: string,
      thing: Thing,
      id: string,
      by: string,
      at: Date,
    ): Promise<boolean> {
      const { numAffectedRows } = await sql`update ${sql.table(tableOf[thing])}
        set deleted_at = ${at}, deleted_by = ${by}
        where area_id = ${area} and id = ${id} and deleted_at is null`.execute(tx);
      return numAffectedRows === 1n;
    },

    async selectDeletedAt(tx: Tx, area: string, thing: Thing, id: string): Promise<Date | undefined> {
      const { rows } = await sql<{ at: Date }>`select deleted_at as at from ${sql.table(tableOf[thing])}
        where area_id = ${area} and id = ${id} and deleted_at is not null`.execute(tx);
      return rows[0]?.at;
    },

    async clearDeleted(tx: Tx, area: string, thing: Thing, id: string): Promise<void> {
      await sql`update ${sql.table(tableOf[thing])} set deleted_at = null, deleted_by = null
        where area_id = ${area} and id = ${id}`.execute(tx);
    },
  };
}
