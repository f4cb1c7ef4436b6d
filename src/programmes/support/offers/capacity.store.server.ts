import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import { fiscalYearNumber, type Taken } from "../model/offer.rules.ts";
import { keepTaken } from "./capacity-kept.store.server.ts";

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
  }
}

/**
 * Holds these offers, and those that the request has places of, until the transaction ends; always in the same order
 * so that two who want the same pair never wait for each other. What is counted afterwards is true until the commit.
 */
export async function holdOffers(
  permit: SupportPermit,
  area: AreaId,
  ids: readonly string[],
  requestId: string,
): Promise<void> {
  const booked = await bookedOffers(permit, area, requestId);
  await db(permit)
    .selectFrom("support_offer")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "=", sql<never>`any (${[...ids, ...booked]}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/**
 * Places taken, by offer, counted from the bookings themselves: the sums of these fiscal years, and in them the months
 * and days from this month on, which is all that can still be asked for. The places of one request may be left out.
 */
export async function selectTaken(
  permit: SupportPermit,
  area: AreaId,
  offers: readonly string[],
  years: readonly number[],
  today: PlainDate,
  exceptRequest?: string,
): Promise<ReadonlyMap<string, Taken>> {
  if (offers.length === 0) return new Map();
  const ahead = sql<PlainDate | null>`case when day >= ${`${today.slice(0, 8)}01`} then day end`;
  const rows = await db(permit)
    .selectFrom("support_booking")
    .select(["offer_id", "fiscal_year", ahead.as("day_ahead"), sql<number>`count(*)`.as("held")])
    .where("area_id", "=", area)
    .where("offer_id", "=", sql<string>`any (${[...offers]}::uuid[])`)
    .where("released_at", "is", null)
    .where("fiscal_year", "in", [...years])
    .$if(exceptRequest !== undefined, (query) => query.where("request_id", "!=", exceptRequest!))
    .groupBy(["offer_id", "fiscal_year", "day_ahead"])
    .execute();
  const taken = new Map<string, { [Span in keyof Taken]: Record<string, number> }>();
  for (const { offer_id, fiscal_year, day_ahead: day, held } of rows) {
    const one = taken.get(offer_id) ?? { years: {}, months: {}, days: {} };
    taken.set(offer_id, one);
    const add = (sums: Record<string, number>, span: string) => {
      sums[span] = (sums[span] ?? 0) + held;
    };
    add(one.years, String(fiscal_year));
    if (!day) continue;
    add(one.months, day.slice(0, 7));
    add(one.days, day);
  }
  return taken;
}

/** How often a workplace had each offer in a fiscal year. */
export async function selectUses(
  permit: SupportPermit,
  area: AreaId,
  workplaceKey: string,
  year: number,
  exceptRequest?: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db(permit)
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

export type Visit = Readonly<{ requestId: string; workplaceKey: string; day: PlainDate }>;

/** Takes a place of each of these offers, which the caller holds. */
export async function insertBookings(
  permit: SupportPermit,
  area: AreaId,
  offerIds: readonly string[],
  { requestId, workplaceKey, day }: Visit,
  at: Date,
): Promise<void> {
  const places = offerIds.map((offerId) => ({
    area_id: area,
    id: newId(),
    offer_id: offerId,
    request_id: requestId,
    workplace_key: workplaceKey,
    day,
    fiscal_year: fiscalYearNumber(day),
    made_at: at,
    released_at: null,
    released_why: null,
  }));
  await db(permit).insertInto("support_booking").values(places).execute();
  await keepTaken(permit, area, offerIds, at);
}

/** Gives the places of a request back. */
export async function releaseBookings(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  at: Date,
  why: string,
): Promise<void> {
  await holdOffers(permit, area, [], requestId);
  const rows = await db(permit)
    .updateTable("support_booking")
    .set({ released_at: at, released_why: why })
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("released_at", "is", null)
    .returning("offer_id")
    .execute();
  await keepTaken(
    permit,
    area,
    rows.map((row) => row.offer_id),
    at,
  );
}

export async function bookedOffers(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<string[]> {
  const rows = await db(permit)
    .selectFrom("support_booking")
    .select("offer_id")
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("released_at", "is", null)
    .execute();
  return rows.map((row) => row.offer_id);
}
