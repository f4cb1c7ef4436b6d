import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fiscalYearNumber, type Taken } from "../offers/rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_booking: {
      area_id: AreaId;
      id: string;
      offer_id: string;
      request_id: string;
      workplace_key: string;
      day: PlainDate;
      fiscal_year: number;
      made_at: Date;
      released_at: Date | null;
      released_why: string | null;
    };
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

/**
 * Holds these offers until the transaction ends, always in the same order so that two who want the same pair never
 * wait for each other. What is counted afterwards is what is true until the commit.
 */
export async function holdOffers(tx: Tx, area: AreaId, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom("support_offer")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "in", [...ids] as never[])
    .orderBy("id")
    .forUpdate()
    .execute();
}

/**
 * Places taken, by offer: the sums of these fiscal years, and the months and days from this month on, which is all
 * that can still be asked for. The places of one request may be left out.
 */
export async function selectTaken(
  tx: Tx,
  area: AreaId,
  offers: readonly string[],
  years: readonly number[],
  today: PlainDate,
  exceptRequest?: string,
): Promise<ReadonlyMap<string, Taken>> {
  const taken = new Map<
    string,
    { years: Record<number, number>; months: Record<string, number>; days: Record<string, number> }
  >();
  if (offers.length === 0) return taken;
  const held = tx
    .selectFrom("support_booking")
    .select("offer_id")
    .select(sql<number>`count(*)`.as("held"))
    .where("area_id", "=", area)
    .where("offer_id", "=", sql<string>`any (${[...offers]}::uuid[])`)
    .where("released_at", "is", null)
    .$if(exceptRequest !== undefined, (query) => query.where("request_id", "!=", exceptRequest!));
  const sums = await held
    .select("fiscal_year")
    .where("fiscal_year", "in", [...years])
    .groupBy(["offer_id", "fiscal_year"])
    .execute();
  const month = `${today.slice(0, 8)}01` as PlainDate;
  const ahead = await held.select("day").where("day", ">=", month).groupBy(["offer_id", "day"]).execute();
  const of = (id: string) => {
    const one = taken.get(id) ?? { years: {}, months: {}, days: {} };
    taken.set(id, one);
    return one;
  };
  for (const row of sums) of(row.offer_id).years[row.fiscal_year] = row.held;
  for (const row of ahead) {
    const one = of(row.offer_id);
    one.months[row.day.slice(0, 7)] = (one.months[row.day.slice(0, 7)] ?? 0) + row.held;
    one.days[row.day] = row.held;
  }
  return taken;
}

/** How often a workplace had each offer in a fiscal year. */
export async function selectUses(
  tx: Tx,
  area: AreaId,
  workplaceKey: string,
  year: number,
  exceptRequest?: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("support_booking")
    .select("offer_id")
    .select(sql<number>`count(*)`.as("uses"))
    .where("area_id", "=", area)
    .where("workplace_key", "=", workplaceKey)
    .where("fiscal_year", "=", year)
    .where("released_at", "is", null)
    .$if(exceptRequest !== undefined, (query) => query.where("request_id", "!=", exceptRequest!))
    .groupBy("offer_id")
    .execute();
  return new Map(rows.map((row) => [row.offer_id, row.uses]));
}

export type Booking = Readonly<{ offerId: string; requestId: string; workplaceKey: string; day: PlainDate }>;

export async function insertBooking(tx: Tx, area: AreaId, booking: Booking, at: Date): Promise<void> {
  await tx
    .insertInto("support_booking")
    .values({
      area_id: area,
      id: newId(),
      offer_id: booking.offerId,
      request_id: booking.requestId,
      workplace_key: booking.workplaceKey,
      day: booking.day,
      fiscal_year: fiscalYearNumber(booking.day),
      made_at: at,
      released_at: null,
      released_why: null,
    })
    .execute();
}

/** Gives the places of a request back; returns whose they were. */
export async function releaseBookings(
  tx: Tx,
  area: AreaId,
  requestId: string,
  at: Date,
  why: string,
): Promise<string[]> {
  const rows = await tx
    .updateTable("support_booking")
    .set({ released_at: at, released_why: why })
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("released_at", "is", null)
    .returning("offer_id")
    .execute();
  return rows.map((row) => row.offer_id);
}

export async function bookedOffers(tx: Tx, area: AreaId, requestId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("support_booking")
    .select("offer_id")
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("released_at", "is", null)
    .execute();
  return rows.map((row) => row.offer_id);
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
  tx: Tx,
  area: AreaId,
  waiting: Readonly<{ offerId: string; requestId: string; returning: boolean }>,
  at: Date,
): Promise<void> {
  await tx
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
  tx: Tx,
  area: AreaId,
  of: Readonly<{ offerId?: string; requestId?: string }>,
): Promise<Waiting[]> {
  let query = tx
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
  tx: Tx,
  area: AreaId,
  id: string,
  change: { offered_at?: Date; deadline?: Date; outcome?: "taken" | "lapsed" | "left" },
): Promise<void> {
  await tx
    .updateTable("support_waiting")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

/** The offers that somebody waits for, over all areas in reach. */
export async function selectWaitingOffers(tx: Tx): Promise<{ area: AreaId; offerId: string }[]> {
  const rows = await tx
    .selectFrom("support_waiting")
    .select(["area_id", "offer_id"])
    .distinct()
    .where("outcome", "is", null)
    .execute();
  return rows.map((row) => ({ area: row.area_id, offerId: row.offer_id }));
}
