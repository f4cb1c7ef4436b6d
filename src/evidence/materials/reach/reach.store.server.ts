import { sql } from "kysely";
import { rowsOf } from "#platform/db/area-rows.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { MaterialPermit } from "../access.ts";
import type { Way } from "../model/material-kinds.schema.ts";

type NewReach = Readonly<{
  editionId: string;
  orderId: string | null;
  kind: "handed_out" | "seen";
  amount: number;
  by: string;
}>;

export async function insertReach(permit: MaterialPermit, reach: NewReach): Promise<void> {
  await tables(permit)
    .insertInto("materialReach")
    .values({
      areaId: permit.subject.area,
      id: newId() as string,
      ...reach,
      onDay: permit.clock.today(),
      at: permit.clock.now(),
    })
    .execute();
}

/** What was told of the copies of these orders, or of an edition. */
export const selectReach = (
  permit: MaterialPermit,
  of: Readonly<{ edition?: string; order?: string }>,
): Promise<{ editionId: string; kind: "handed_out" | "seen"; amount: number }[]> =>
  rowsOf(permit, "materialReach")
    .select(["editionId", "kind", sql<number>`sum(amount)::int`.as("amount")])
    .$if(of.edition !== undefined, (query) => query.where("editionId", "=", of.edition!))
    .$if(of.order !== undefined, (query) => query.where("orderId", "=", of.order!))
    .groupBy(["editionId", "kind"])
    .$narrowType<{ kind: "handed_out" | "seen" }>()
    .execute();

/** Copies that went out, less those that came back: a difference that a count found was given to nobody. */
export async function selectSent(permit: MaterialPermit, editionId: string): Promise<number> {
  const row = await rowsOf(permit, "materialMovement")
    .select(sql<number>`coalesce(-sum(amount), 0)::int`.as("copies"))
    .where("editionId", "=", editionId)
    .where("kind", "in", ["send", "return"])
    .executeTakeFirstOrThrow();
  return row.copies;
}

type Link = RowOf<"materialLink", Readonly<{ way: Way }>>;

export const selectLinksOf = (
  permit: MaterialPermit,
  editionId: string,
): Promise<(Link & Readonly<{ opens: number }>)[]> =>
  rowsOf(permit, "materialLink")
    .selectAll()
    .select(
      sql<number>`(select coalesce(sum(opens), 0) from material_open opened
        where opened.area_id = material_link.area_id and opened.link_id = material_link.id)::int`.as("opens"),
    )
    .where("editionId", "=", editionId)
    .orderBy("madeAt")
    .$narrowType<{ way: Way }>()
    .execute();

/** Whether the code was free in the area. */
export async function insertLink(
  permit: MaterialPermit,
  { editionId, code, way }: Readonly<{ editionId: string; code: string; way: Way }>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(permit)
    .insertInto("materialLink")
    .values({
      ...{ areaId: permit.subject.area, id: newId() as string, editionId, code, way },
      madeAt: permit.clock.now(),
    })
    .onConflict((row) => row.columns(["areaId", "code"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export const findLink = (permit: MaterialPermit, code: string): Promise<Link | undefined> =>
  rowsOf(permit, "materialLink").selectAll().where("code", "=", code).$narrowType<Link>().executeTakeFirst();

/** One more opening of a link on a day; of who it was nothing is known. */
export async function countOpen(permit: MaterialPermit, linkId: string): Promise<void> {
  await tables(permit)
    .insertInto("materialOpen")
    .values({ areaId: permit.subject.area, linkId, day: permit.clock.today(), opens: 1 })
    .onConflict((row) =>
      row
        .columns(["areaId", "linkId", "day"])
        .doUpdateSet((now) => ({ opens: now("materialOpen.opens", "+", 1) })),
    )
    .execute();
}

export type MonthReach = Readonly<{
  areaId: AreaId;
  materialId: string;
  title: string;
  kind: string;
  owner: string;
  month: PlainDate;
  sent: number;
  handedOut: number;
  seen: number;
  opened: number;
}>;

/** What became of each material by month since that day, in all areas in reach. */
export async function selectMonths(permit: MaterialPermit, since: PlainDate): Promise<MonthReach[]> {
  const { rows } = await sql<MonthReach>`
    with counted as (
      select area_id, edition_id, date_trunc('month', on_day)::date as month, -amount as sent, 0 as handed_out, 0 as seen, 0 as opened
      from material_movement where kind in ('send', 'return') and on_day >= ${since}
      union all
      select area_id, edition_id, date_trunc('month', on_day)::date, 0,
        case when kind = 'handed_out' then amount else 0 end, case when kind = 'seen' then amount else 0 end, 0
      from material_reach where on_day >= ${since}
      union all
      select link.area_id, link.edition_id, date_trunc('month', opened.day)::date, 0, 0, 0, opened.opens
      from material_open opened join material_link link on link.area_id = opened.area_id and link.id = opened.link_id
      where opened.day >= ${since}
    )
    select material.area_id, material.id as material_id, material.title, material.kind, material.owner, counted.month,
      sum(sent)::int as sent, sum(handed_out)::int as handed_out, sum(seen)::int as seen, sum(opened)::int as opened
    from counted
    join material_edition edition on edition.area_id = counted.area_id and edition.id = counted.edition_id
    join material on material.area_id = edition.area_id and material.id = edition.material_id
    where material.deleted_at is null
    group by material.area_id, material.id, material.title, material.kind, material.owner, counted.month
    order by material.area_id, material.id, counted.month`.execute(tables(permit));
  return rows;
}
