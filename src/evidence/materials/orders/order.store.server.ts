import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import type { MaterialPermit } from "../access.ts";
import { ORDER_LIST, type OrderQuery } from "./order.present.ts";
import type { Order } from "./order.schema.ts";
import type { OrderState } from "./order-states.schema.ts";

const orders = (permit: MaterialPermit) => rowsOf(permit, "materialOrder").selectAll().$narrowType<Order>();

/** Whose order it is, as the policy is asked about it. */
export const findOrderSubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("materialOrder")
    .select(["id", "organisationId"])
    .$narrowType<{ organisationId: OrganisationId | null }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

export const findOrder = (permit: MaterialPermit, id: string): Promise<Order | undefined> =>
  orders(permit).where("id", "=", id).executeTakeFirst();

/** Holds an order against whoever settles it as well. */
export const lockOrder = (permit: MaterialPermit, id: string): Promise<Order | undefined> =>
  orders(permit).where("id", "=", id).forUpdate().executeTakeFirst();

type NewOrder = Omit<Order, "areaId" | "reason" | "settledAt" | "madeAt" | "madeOn" | "state">;

export async function insertOrder(
  permit: MaterialPermit,
  order: NewOrder,
  lines: readonly Readonly<{ edition: string; amount: number }>[],
): Promise<void> {
  const areaId = permit.subject.area;
  await tables(permit)
    .insertInto("materialOrder")
    .values({
      areaId,
      ...order,
      state: "promised",
      madeOn: permit.clock.today(),
      madeAt: permit.clock.now(),
    })
    .execute();
  await tables(permit)
    .insertInto("materialOrderLine")
    .values(
      lines.map(({ edition, amount }) => ({
        areaId,
        orderId: order.id,
        editionId: edition,
        promised: amount,
        open: true,
      })),
    )
    .execute();
}

/** How many orders came today by that way to reach whoever ordered. */
export async function countOrdersBy(
  permit: MaterialPermit,
  { phone, email, day }: Readonly<{ phone: string; email: string; day: PlainDate }>,
): Promise<number> {
  const { rows } = await sql<{ orders: number }>`select material_orders_by(${permit.subject.area}, ${phone},
    ${email}, ${day}) as orders`.execute(tables(permit));
  return rows[0]!.orders;
}

/** Ends an order: what it was promised is kept back no longer. */
export async function settleOrder(
  permit: MaterialPermit,
  id: string,
  state: OrderState,
  reason = "",
): Promise<void> {
  const areaId = permit.subject.area;
  await tables(permit)
    .updateTable("materialOrder")
    .set({ state, reason, settledAt: permit.clock.now() })
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .execute();
  await tables(permit)
    .updateTable("materialOrderLine")
    .set({ open: false })
    .where("areaId", "=", areaId)
    .where("orderId", "=", id)
    .execute();
}

export type OrderLine = Readonly<{
  orderId: string;
  editionId: string;
  materialId: string;
  promised: number;
  title: string;
  label: string;
  place: string;
}>;

/** What these orders hold, as a box is packed: by where it lies. */
export async function selectLines(permit: MaterialPermit, orderIds: readonly string[]): Promise<OrderLine[]> {
  if (orderIds.length === 0) return [];
  return rowsOf(permit, "materialOrderLine")
    .innerJoin("materialEdition as edition", (join) =>
      join
        .onRef("edition.areaId", "=", "materialOrderLine.areaId")
        .onRef("edition.id", "=", "materialOrderLine.editionId"),
    )
    .innerJoin("material", (join) =>
      join.onRef("material.areaId", "=", "edition.areaId").onRef("material.id", "=", "edition.materialId"),
    )
    .select(["materialOrderLine.orderId", "materialOrderLine.editionId", "materialOrderLine.promised"])
    .select(["edition.materialId", "material.title", "edition.label", "edition.place"])
    .where("materialOrderLine.orderId", "in", [...orderIds])
    .orderBy("edition.place")
    .orderBy("material.title")
    .orderBy("edition.id")
    .execute();
}

/** Orders of an area: one page of a list and one more. */
export async function selectOrders(permit: MaterialPermit, list: OrderQuery): Promise<Order[]> {
  const { state, q } = list.filter;
  let query = orders(permit);
  if (state) query = query.where("state", "=", state);
  if (q) {
    const text = `%${q.replace(/[%_\\]/g, "\\$&")}%`;
    query = query.where((row) => row.or([row("workplace", "ilike", text), row("number", "ilike", text)]));
  }
  return inOrder(query, orderOf(ORDER_LIST, list.sort), list).execute();
}

/** What waits to be packed, the oldest first. */
export const selectPromised = (permit: MaterialPermit, limit: number): Promise<Order[]> =>
  orders(permit).where("state", "=", "promised").orderBy("madeAt").orderBy("id").limit(limit).execute();

/** How many wait in each of these areas, and since when. */
export const countPromised = (permit: MaterialPermit, areas: readonly AreaId[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("materialOrder")
        .select(["areaId", sql<number>`count(*)::int`.as("orders"), sql<PlainDate>`min(made_on)`.as("since")])
        .where("areaId", "in", [...areas])
        .where("state", "=", "promised")
        .groupBy("areaId")
        .execute();
