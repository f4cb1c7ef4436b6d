import { sql, type Updateable } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { HELD, LIVE } from "./booking.rules.ts";
import type { Booking, BookingHolder, BookingState, HeldSum, SlotRange } from "./booking.schema.ts";

type Place = Readonly<{ type: string; id: string; slot?: string; cameBefore?: boolean; seats?: number }>;

/** Inserts bookings; a holder who already waits or has a place there keeps it unchanged. */
export async function insertBookings(
  work: Work,
  area: AreaId,
  places: readonly Place[],
  holder: BookingHolder,
  state: "waiting" | "booked",
): Promise<void> {
  const rows = places.map(({ type, id, slot = "", cameBefore = false, seats = 1 }) => ({
    areaId: area,
    id: newId(),
    subjectType: type,
    subjectId: id,
    slot,
    holderType: holder.type,
    holderId: holder.id,
    party: holder.party ?? "",
    cameBefore,
    seats,
    state,
    madeAt: work.clock.now(),
  }));
  await tables(work)
    .insertInto("booking")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const bookingsOf = (work: Work, area: AreaId, type: string) =>
  tables(work).selectFrom("booking").where("areaId", "=", area).where("subjectType", "=", type);

/** Who waits for a thing, or is offered a place of it; or what one holder waits for. In the order of arrival. */
export function selectLine(
  work: Work,
  area: AreaId,
  type: string,
  of: Readonly<{ subject?: string; holder?: string }>,
): Promise<Booking[]> {
  let query = bookingsOf(work, area, type).selectAll().where("state", "in", ["waiting", "offered"]);
  if (of.subject) query = query.where("subjectId", "=", of.subject);
  if (of.holder) query = query.where("holderId", "=", of.holder);
  return query.orderBy("madeAt").orderBy("id").execute();
}

/** The things of that kind that somebody waits for, over all areas in reach. */
export const selectLines = (work: Work, type: string): Promise<{ area: AreaId; id: string }[]> =>
  tables(work)
    .selectFrom("booking")
    .select(["areaId as area", "subjectId as id"])
    .distinct()
    .where("subjectType", "=", type)
    .where("state", "in", ["waiting", "offered"])
    .execute();

/** Of which things a holder has places. */
export async function selectHeldBy(
  work: Work,
  area: AreaId,
  type: string,
  holder: string,
): Promise<string[]> {
  const rows = await bookingsOf(work, area, type)
    .select("subjectId")
    .where("holderId", "=", holder)
    .where("state", "in", HELD)
    .execute();
  return rows.map((row) => row.subjectId);
}

/** Places from a slot on that were given back for that reason. */
export const selectEnded = (
  work: Work,
  area: AreaId,
  type: string,
  why: string,
  from: string,
): Promise<Pick<Booking, "holderId" | "subjectId">[]> =>
  bookingsOf(work, area, type)
    .select(["holderId", "subjectId"])
    .where("state", "=", "cancelled")
    .where("endedWhy", "=", why)
    .where("slot", ">=", from)
    .execute();

/** Offers a place to who waits. False where they wait no more. */
export const updateOffered = (
  work: Work,
  area: AreaId,
  id: string,
  offer: Readonly<{ slot: string; offeredUntil: Date; seats?: number }>,
): Promise<boolean> => updateFrom("waiting", work, area, id, { ...offer, state: "offered" });

export const updateAttended = (work: Work, area: AreaId, id: string): Promise<boolean> =>
  updateFrom("booked", work, area, id, { state: "attended" });

/** Changes a booking that is in that state still. */
async function updateFrom(
  state: BookingState,
  work: Work,
  area: AreaId,
  id: string,
  change: Updateable<CamelTables["booking"]>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable("booking")
    .set(change)
    .where("areaId", "=", area)
    .where("id", "=", id)
    .where("state", "=", state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends the current bookings of a holder, or one of them, and returns the things concerned. */
export async function endBookings(
  work: Work,
  area: AreaId,
  type: string,
  of: Readonly<{ holder: string } | { id: string }>,
  endedWhy: string,
): Promise<string[]> {
  const rows = await tables(work)
    .updateTable("booking")
    .set({ state: "cancelled", endedAt: work.clock.now(), endedWhy })
    .where("areaId", "=", area)
    .where("subjectType", "=", type)
    .where("state", "in", LIVE)
    .where((row) => ("id" in of ? row("id", "=", of.id) : row("holderId", "=", of.holder)))
    .returning("subjectId")
    .execute();
  return rows.map((row) => row.subjectId);
}

/** Fewer places for a holder; the things concerned. */
export async function updateSeats(
  work: Work,
  area: AreaId,
  type: string,
  holder: string,
  seats: number,
): Promise<string[]> {
  const rows = await tables(work)
    .updateTable("booking")
    .set({ seats })
    .where("areaId", "=", area)
    .where("subjectType", "=", type)
    .where("holderId", "=", holder)
    .where("state", "in", LIVE)
    .where("seats", ">", seats)
    .returning("subjectId")
    .execute();
  return rows.map((row) => row.subjectId);
}

/** The last booking of each of these holders. */
export const selectOf = (work: Work, area: AreaId, type: string, holders: readonly string[]) =>
  bookingsOf(work, area, type)
    .selectAll()
    .distinctOn("holderId")
    .where("holderId", "=", sql<string>`any(${holders}::text[])`)
    .orderBy("holderId")
    .orderBy(sql`state = 'cancelled'`)
    .orderBy("id", "desc")
    .execute();

/** Places held of these things, by slot; slots before `since` as one sum. One holder's may be left out. */
export async function sumHeld(
  work: Work,
  area: AreaId,
  type: string,
  ids: readonly string[],
  { from, to, since, except }: SlotRange & Readonly<{ since?: string; except?: string | undefined }>,
): Promise<HeldSum[]> {
  if (ids.length === 0) return [];
  let query = bookingsOf(work, area, type)
    .select(["subjectId", sql<number>`sum(seats)::int`.as("held")])
    .select(sql<string | null>`case when slot >= ${since ?? ""} then slot end`.as("slot"))
    .where("subjectId", "=", anyOf(ids))
    .where("state", "in", HELD)
    .where("slot", ">=", from);
  if (to !== undefined) query = query.where("slot", "<=", to);
  if (except !== undefined) query = query.where("holderId", "!=", except);
  return query.groupBy(["subjectId", sql`3`]).execute();
}

/** How many places of each thing a party has. */
export async function sumByParty(
  work: Work,
  area: AreaId,
  type: string,
  party: string,
  { from, to, except }: SlotRange & Readonly<{ except?: string | undefined }>,
): Promise<ReadonlyMap<string, number>> {
  let query = bookingsOf(work, area, type)
    .select(["subjectId", sql<number>`sum(seats)::int`.as("held")])
    .where("party", "=", party)
    .where("state", "in", HELD)
    .where("slot", ">=", from);
  if (to !== undefined) query = query.where("slot", "<=", to);
  if (except !== undefined) query = query.where("holderId", "!=", except);
  const rows = await query.groupBy("subjectId").execute();
  return new Map(rows.map((row) => [row.subjectId, row.held]));
}
