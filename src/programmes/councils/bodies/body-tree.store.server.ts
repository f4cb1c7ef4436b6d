import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";
import type { PlacedBody } from "../model/body-tree.schema.ts";

const COLUMNS = sql`area_id, id, kind, name, parent_id, created_at`;

/** The councils of these areas, without their working groups. */
export async function selectCouncils(permit: CouncilPermit, areas: readonly AreaId[]): Promise<PlacedBody[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<PlacedBody>`select ${COLUMNS} from council_body
    where area_id = any(${[...areas]}::text[]) and kind in ('prefecture_council', 'area_council')
      and deleted_at is null
    order by area_id, created_at, id`.execute(tables(permit));
  return rows;
}

/** The names of the councils of other areas under which those of these areas stand. */
export async function selectCouncilsOver(
  permit: CouncilPermit,
  areas: readonly AreaId[],
): Promise<Map<string, string>> {
  if (areas.length === 0) return new Map();
  const { rows } = await sql<{ area: string; over: string }>`
    select child.area_id as area, parent.name as over from council_body child
    join council_body parent on parent.area_id = child.parent_area_id and parent.id = child.parent_id
    where child.area_id = any(${[...areas]}::text[]) and child.kind = 'area_council'
      and parent.area_id <> child.area_id and child.deleted_at is null and parent.deleted_at is null`.execute(
    tables(permit),
  );
  return new Map(rows.map((row) => [row.area, row.over]));
}

/** The bodies of an area, those over them and those under them, wherever they are and as far as may be seen. */
export async function selectLinked(permit: CouncilPermit): Promise<PlacedBody[]> {
  const { rows } = await sql<PlacedBody>`
    with recursive own as (
      select * from council_body where area_id = ${permit.subject.area} and deleted_at is null
    ), above as (
      select * from own
      union
      select parent.* from above
        join council_body parent on parent.area_id = above.parent_area_id and parent.id = above.parent_id
      where parent.deleted_at is null
    ), below as (
      select * from own
      union
      select child.* from below
        join council_body child on child.parent_area_id = below.area_id and child.parent_id = below.id
      where child.deleted_at is null
    )
    select ${COLUMNS} from (select * from above union select * from below) as linked
    order by created_at, id`.execute(tables(permit));
  return rows;
}

/** Until the transaction ends nobody else places a body: two placed at once could stand each over the other. */
export async function lockTree(permit: CouncilPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('council_body_tree'))`.execute(tables(permit));
}

/** A body and what stands over it, wherever that is; deleted ones too, as they can be brought back. */
export async function selectOver(
  permit: CouncilPermit,
  { areaId, id }: Pick<PlacedBody, "areaId" | "id">,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive over as (
      select id, parent_area_id, parent_id from council_body where area_id = ${areaId} and id = ${id}
      union
      select parent.id, parent.parent_area_id, parent.parent_id from over
        join council_body parent on parent.area_id = over.parent_area_id and parent.id = over.parent_id
    )
    select id from over`.execute(tables(permit));
  return rows.map((row) => row.id);
}
