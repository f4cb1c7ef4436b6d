import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { MaterialPermit } from "../access.ts";
import type { Movement } from "../model/material-kinds.schema.ts";
import type { Copies } from "../model/stock.rules.ts";

/** What lies on the shelf and what of it is promised, summed up. */
export async function selectCopies(
  permit: MaterialPermit,
  editionIds: readonly string[],
): Promise<Map<string, Copies>> {
  const ids = [...editionIds];
  if (ids.length === 0) return new Map();
  const stock = await rowsOf(permit, "materialMovement")
    .select(["editionId", sql<number>`sum(amount)::int`.as("copies")])
    .where("editionId", "in", ids)
    .groupBy("editionId")
    .execute();
  const promised = await rowsOf(permit, "materialOrderLine")
    .select(["editionId", sql<number>`sum(promised)::int`.as("copies")])
    .where("editionId", "in", ids)
    .where("open", "=", true)
    .groupBy("editionId")
    .execute();
  const copiesOf = (rows: typeof stock, id: string) =>
    rows.find(({ editionId }) => editionId === id)?.copies ?? 0;
  return new Map(ids.map((id) => [id, { stock: copiesOf(stock, id), promised: copiesOf(promised, id) }]));
}

type NewMovement = Readonly<{
  editionId: string;
  kind: Movement;
  amount: number;
  reason?: string;
  holder?: string;
  orderId?: string | null;
  day?: PlainDate | null;
}>;

export async function insertMovement(
  permit: MaterialPermit,
  { editionId, kind, amount, reason = "", holder = "", orderId = null, day }: NewMovement,
): Promise<void> {
  await tables(permit)
    .insertInto("materialMovement")
    .values({
      areaId: permit.subject.area,
      id: newId() as string,
      ...{ editionId, kind, amount, reason, holder, orderId },
      onDay: day ?? permit.clock.today(),
      at: permit.clock.now(),
      by: scopeOf(permit.actor).actor,
    })
    .execute();
}

export type MovementRow = RowOf<"materialMovement", Readonly<{ kind: Movement }>>;

export const selectMovements = (
  permit: MaterialPermit,
  editionId: string,
  limit: number,
): Promise<MovementRow[]> =>
  rowsOf(permit, "materialMovement")
    .selectAll()
    .where("editionId", "=", editionId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .$narrowType<{ kind: Movement }>()
    .execute();

/** Who has copies of an edition: what went to each, less what came back; of an order, its id. */
export const selectHolders = (
  permit: MaterialPermit,
  editionId: string,
): Promise<{ holder: string; orderId: string | null; copies: number }[]> =>
  rowsOf(permit, "materialMovement")
    .select(["holder", "orderId", sql<number>`-sum(amount)::int`.as("copies")])
    .where("editionId", "=", editionId)
    .where("kind", "in", ["send", "return"])
    .groupBy(["holder", "orderId"])
    .having(sql<boolean>`sum(amount) < 0`)
    .orderBy("holder")
    .execute();

/** Editions of these areas that are low: on offer, with a mark, and no more copies left than that. */
export const selectLow = (permit: MaterialPermit, areas: readonly AreaId[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("materialEdition as edition")
        .innerJoin("material", (join) =>
          join
            .onRef("material.areaId", "=", "edition.areaId")
            .onRef("material.id", "=", "edition.materialId"),
        )
        .select(["edition.areaId", "edition.id", "edition.label", "material.title", "edition.lowAt"])
        .select(
          sql<number>`(select coalesce(sum(amount), 0) from material_movement moved
              where moved.area_id = edition.area_id and moved.edition_id = edition.id)::int
            - (select coalesce(sum(promised), 0) from material_order_line line
              where line.area_id = edition.area_id and line.edition_id = edition.id and line.open)::int`.as(
            "available",
          ),
        )
        .where("edition.areaId", "in", [...areas])
        .where("edition.published", "=", true)
        .where("edition.replacedBy", "is", null)
        .where("edition.deletedAt", "is", null)
        .where("material.deletedAt", "is", null)
        .where("edition.lowAt", "is not", null)
        .execute();
