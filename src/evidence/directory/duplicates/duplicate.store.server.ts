import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type Pair = Readonly<{ one: string; other: string; why: "name" | "phone" }>;

/**
 * Listed rows of an area that may be one: of the same name, or of one telephone at one address, and that nobody has told
 * apart. Rows of one service are its places, and rows that a programme pushes are its own.
 */
export async function selectPairs(work: Work, area: AreaId, most: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select one.id as one, other.id as other, case when one.name_key = other.name_key then 'name' else 'phone' end as why
    from directory_resource one
    join directory_resource other on other.area_id = one.area_id and other.id > one.id and other.state = 'listed'
      and other.service_id <> one.service_id and other.source in ('hand', 'import')
      and (other.name_key = one.name_key and (one.address = '' or other.address = ''
          or yui_folded(other.address) = yui_folded(one.address) or (other.phone_key <> '' and other.phone_key = one.phone_key))
        or (one.phone_key <> '' and other.phone_key = one.phone_key and other.kind = one.kind))
    where one.area_id = ${area} and one.state = 'listed' and one.source in ('hand', 'import')
      and not exists (select from directory_distinct said
        where said.area_id = one.area_id and said.one_id = one.id and said.other_id = other.id)
    order by one.name_key, one.id, other.id limit ${most}`.execute(tables(work));
  return rows;
}

export async function insertDistinct(
  work: Work,
  areaId: AreaId,
  ids: readonly [string, string],
): Promise<void> {
  const [oneId, otherId] = ids.toSorted();
  await tables(work)
    .insertInto("directoryDistinct")
    .values({
      ...{ areaId, oneId: oneId!, otherId: otherId! },
      ...{ saidAt: work.clock.now(), saidBy: scopeOf(work.actor).actor },
    })
    .onConflict((row) => row.doNothing())
    .execute();
}
