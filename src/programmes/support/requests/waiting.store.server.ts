import { db } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_waiting: {
      area_id: AreaId;
      id: string;
      offer_id: string;
      request_id: string;
      came_before: boolean;
      since: Date;
      offered_at: Date | null;
      deadline: Date | null;
      outcome: "taken" | "lapsed" | "left" | null;
    };
  }
}

export type Waiting = Readonly<{
  id: string;
  offerId: string;
  requestId: string;
  returning: boolean;
  since: Date;
  offeredAt: Date | null;
  deadline: Date | null;
}>;

export async function insertWaiting(
  permit: SupportPermit,
  area: AreaId,
  waiting: Readonly<{ offerId: string; requestId: string; returning: boolean }>,
  at: Date,
): Promise<void> {
  await db(permit)
    .insertInto("support_waiting")
    .values({
      area_id: area,
      id: newId(),
      offer_id: waiting.offerId,
      request_id: waiting.requestId,
      came_before: waiting.returning,
      since: at,
      offered_at: null,
      deadline: null,
      outcome: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who waits for an offer (or what a request waits for), in the order of arrival. */
export async function selectWaiting(
  permit: SupportPermit,
  area: AreaId,
  of: Readonly<{ offerId?: string; requestId?: string }>,
): Promise<Waiting[]> {
  let query = db(permit)
    .selectFrom("support_waiting")
    .selectAll()
    .where("area_id", "=", area)
    .where("outcome", "is", null);
  if (of.offerId) query = query.where("offer_id", "=", of.offerId);
  if (of.requestId) query = query.where("request_id", "=", of.requestId);
  const rows = await query.orderBy("since").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    offerId: row.offer_id,
    requestId: row.request_id,
    returning: row.came_before,
    since: row.since,
    offeredAt: row.offered_at,
    deadline: row.deadline,
  }));
}

export async function updateWaiting(
  permit: SupportPermit,
  area: AreaId,
  id: string,
  change: { offered_at?: Date; deadline?: Date; outcome?: "taken" | "lapsed" | "left" },
): Promise<void> {
  await db(permit)
    .updateTable("support_waiting")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

/** The offers that somebody waits for, over all areas in reach. */
export async function selectWaitingOffers(
  permit: SupportPermit,
): Promise<{ area: AreaId; offerId: string }[]> {
  const rows = await db(permit)
    .selectFrom("support_waiting")
    .select(["area_id", "offer_id"])
    .distinct()
    .where("outcome", "is", null)
    .execute();
  return rows.map((row) => ({ area: row.area_id, offerId: row.offer_id }));
}
