import { type RawBuilder, sql } from "kysely";
import type { AreaAccess, DeletableTable } from "#platform/db/area-rows.ts";
import { type RowAccess, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** A kind of row that can be deleted and brought back. Expressions name the row `own` and its parent's `parent`. */
export type DeletableKind<Kind extends string> = Readonly<{
  table: DeletableTable;
  /** What a row is called: a column, or an expression. */
  title: string | RawBuilder<string>;
  /** The kind that it is a part of, without which it is not seen, and the column with the id of that. */
  parent?: readonly [Kind, string];
  /** Its title in the list of what was deleted, where that says more. */
  listTitle?: RawBuilder<string>;
  /** Whether it is in that list; all are where nothing is said. */
  listed?: RawBuilder<boolean>;
}>;

export type DeletedRow<Kind> = Readonly<{ kind: Kind; id: string; title: string; deletedAt: Date }>;

/** A row that is there again, with its id and outward those of its parents. */
export type Restored<Kind> = Readonly<{
  kind: Kind;
  title: string;
  ids: readonly string[];
  /** The nearest parent that is deleted still, so that the row is not seen yet. */
  gone: Readonly<{ kind: Kind; title: string }> | undefined;
}>;

/** The rows of a module's deletable kinds, in the area of the permit. */
export function deletableRows<Kind extends string>(kinds: Readonly<Record<Kind, DeletableKind<Kind>>>) {
  const titleOf = ({ title }: DeletableKind<Kind>) =>
    typeof title === "string" ? sql<string>`${sql.ref(`own.${title}`)}` : title;

  /** A row, deleted or not, and outward its parents. Empty where there never was one. */
  async function selectWithParents(
    access: AreaAccess,
    kind: Kind,
    id: string,
  ): Promise<Readonly<{ kind: Kind; id: string; title: string; deletedAt: Date | null }>[]> {
    const { table, parent } = kinds[kind];
    const { rows } = await sql<{ title: string; deletedAt: Date | null; parentId: string | null }>`
      select ${titleOf(kinds[kind])}::text as title, own.deleted_at,
        ${parent ? sql.ref(`own.${parent[1]}`) : sql`null`} as parent_id
      from ${sql.table(table)} own
      where own.area_id = ${access.subject.area} and own.id = ${id}`.execute(tables(access));
    const [row] = rows;
    if (!row) return [];
    const around = parent && row.parentId ? await selectWithParents(access, parent[0], row.parentId) : [];
    return [{ kind, id, title: row.title, deletedAt: row.deletedAt }, ...around];
  }

  return {
    /** Nobody else changes the row until the transaction ends. */
    async lock(access: AreaAccess, kind: Kind, id: string): Promise<void> {
      await sql`select 1 from ${sql.table(kinds[kind].table)}
        where area_id = ${access.subject.area} and id = ${id} for update`.execute(tables(access));
    },

    async isThere(access: AreaAccess, kind: Kind, id: string): Promise<boolean> {
      const { rows } = await sql`select 1 from ${sql.table(kinds[kind].table)}
        where area_id = ${access.subject.area} and id = ${id} and deleted_at is null`.execute(tables(access));
      return rows.length > 0;
    },

    /** What a row of an area is called; undefined where there is none, or none any more. */
    async findTitle(access: RowAccess, area: AreaId, kind: Kind, id: string): Promise<string | undefined> {
      const { rows } = await sql<{ title: string }>`select ${titleOf(kinds[kind])}::text as title
        from ${sql.table(kinds[kind].table)} own
        where own.area_id = ${area} and own.id = ${id} and own.deleted_at is null`.execute(tables(access));
      return rows[0]?.title;
    },

    /** Whether there was such a row to delete; `under` is the row that an address names: itself, or its parent. */
    async markDeleted(
      access: AreaAccess,
      kind: Kind,
      id: string,
      by: string,
      under?: string,
    ): Promise<boolean> {
      const { table, parent } = kinds[kind];
      const named = under === undefined ? sql`true` : sql`${sql.ref(parent?.[1] ?? "id")} = ${under}`;
      const { rows } = await sql`update ${sql.table(table)}
        set deleted_at = ${access.clock.now()}, deleted_by = ${by}
        where area_id = ${access.subject.area} and id = ${id} and ${named} and deleted_at is null
        returning 1`.execute(tables(access));
      return rows.length > 0;
    },

    /** When the row was deleted; null where it is not, undefined where there never was one. */
    findDeletedAt: async (access: AreaAccess, kind: Kind, id: string): Promise<Date | null | undefined> =>
      (await selectWithParents(access, kind, id))[0]?.deletedAt,

    async clearDeleted(access: AreaAccess, kind: Kind, id: string): Promise<void> {
      await sql`update ${sql.table(kinds[kind].table)} set deleted_at = null, deleted_by = null
        where area_id = ${access.subject.area} and id = ${id}`.execute(tables(access));
    },

    async findRestored(access: AreaAccess, kind: Kind, id: string): Promise<Restored<Kind> | undefined> {
      const [own, ...around] = await selectWithParents(access, kind, id);
      if (!own || own.deletedAt) return undefined;
      const ids = [id, ...around.map((one) => one.id)];
      return { kind, title: own.title, ids, gone: around.find((one) => one.deletedAt !== null) };
    },

    /** What was deleted since then, the latest first. */
    async selectDeleted(access: AreaAccess, since: Date): Promise<DeletedRow<Kind>[]> {
      const parts = (Object.keys(kinds) as Kind[]).map((kind) => {
        const { table, parent, listTitle, listed } = kinds[kind];
        const joined = parent
          ? sql`left join ${sql.table(kinds[parent[0]].table)} parent
              on parent.area_id = own.area_id and parent.id = ${sql.ref(`own.${parent[1]}`)}`
          : sql``;
        return sql`select ${kind} as kind, own.id::text as id,
            ${listTitle ?? titleOf(kinds[kind])}::text as title, own.deleted_at
          from ${sql.table(table)} own ${joined}
          where own.area_id = ${access.subject.area} and own.deleted_at >= ${since}
            ${listed ? sql`and ${listed}` : sql``}`;
      });
      const { rows } = await sql<
        DeletedRow<Kind>
      >`${sql.join(parts, sql` union all `)} order by deleted_at desc`.execute(tables(access));
      return rows;
    },
  };
}
