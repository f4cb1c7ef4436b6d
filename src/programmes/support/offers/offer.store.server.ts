import { type ColumnType, type Insertable, type Selectable, type SqlBool, sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { type ColumnsOf, columnsOf, fieldsOf } from "#platform/db/columns.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit, SupportSubject } from "../access.ts";
import type { Taken } from "../model/offer.rules.ts";
import type { Offer, OfferDraft, OfferId, OfferPart, Topic } from "../model/offer.schema.ts";

type OfferTable = ColumnsOf<Omit<Offer, "parts">> & {
  /** Who makes it, by name: what anybody may know of its parts. */
  organisations: string[];
  /** Kept by whoever takes or gives back a place (capacity-kept.store.server.ts). */
  taken: ColumnType<Taken, never, never>;
  updated_at: Date;
  updated_by: string;
};

type PartTable = ColumnsOf<OfferPart> & { area_id: AreaId; offer_id: OfferId; position: number };

declare module "#platform/db/database.ts" {
  interface Tables {
    support_offer: OfferTable;
    support_offer_part: PartTable;
  }
}

const parts = sql<OfferPart[]>`(select coalesce(json_agg(json_build_object(
    'organisationId', part.organisation_id, 'organisationName', part.organisation_name,
    'municipality', part.municipality, 'professions', part.professions, 'email', part.email) order by part.position), '[]')
  from support_offer_part part where part.area_id = support_offer.area_id and part.offer_id = support_offer.id)`;

function toOffer({ parts, ...row }: Selectable<OfferTable> & { parts: OfferPart[] }): Offer {
  const { organisations, taken, updated_at, updated_by, ...columns } = row;
  const offer = fieldsOf<Omit<Offer, "parts">>(columns);
  // A time of the database has seconds.
  return { ...offer, opensAt: offer.opensAt.slice(0, 5), closesAt: offer.closesAt.slice(0, 5), parts };
}

function toColumns({ parts, initiativeId, ...fields }: OfferDraft) {
  return {
    ...columnsOf(fields),
    service: fields.kind === "chisanpo" ? fields.service : null,
    organisations: parts.map((part) => part.organisationName),
    ...(initiativeId === undefined ? {} : { initiative_id: initiativeId }),
  };
}

export type OfferFilter = Readonly<{
  ids?: readonly string[] | undefined;
  /** Those that speak of one of these topics, or are of that service. */
  topics?: readonly Topic[] | undefined;
  service?: string | null | undefined;
  organisations?: readonly OrganisationId[] | undefined;
  /** Not ended on this day. */
  on?: PlainDate | undefined;
  published?: boolean | undefined;
}>;

export async function selectOffers(
  permit: SupportPermit,
  area: AreaId,
  filter: OfferFilter = {},
): Promise<Offer[]> {
  let query = db(permit)
    .selectFrom("support_offer")
    .selectAll()
    .select(parts.as("parts"))
    .where("area_id", "=", area);
  if (filter.ids) query = query.where("id", "=", sql<OfferId>`any (${[...filter.ids]}::uuid[])`);
  if (filter.topics?.length) query = query.where(sql<SqlBool>`topics && ${[...filter.topics]}::text[]`);
  if (filter.service) query = query.where("service", "=", filter.service);
  if (filter.on) query = query.where(sql<SqlBool>`coalesce(ended_on >= ${filter.on}, true)`);
  if (filter.published) query = query.where("published", "=", true);
  if (filter.organisations)
    query =
      query.where(sql<SqlBool>`exists (select from support_offer_part part where part.area_id = support_offer.area_id
      and part.offer_id = support_offer.id and part.organisation_id = any (${[...filter.organisations]}::uuid[]))`);
  return (await query.orderBy("kind").orderBy("title").orderBy("id").execute()).map(toOffer);
}

/** What is asked before an offer is opened: who makes it. */
export async function findOfferSubject(
  find: Finder,
  area: AreaId,
  id: OfferId,
): Promise<SupportSubject | undefined> {
  const row = await db(find)
    .selectFrom("support_offer")
    .select(
      sql<OrganisationId[]>`array(select organisation_id from support_offer_part part
        where part.area_id = support_offer.area_id and part.offer_id = support_offer.id)`.as("offering"),
    )
    .where("area_id", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { type: "offer", id, area, offering: row.offering };
}

export type PublicRow = Readonly<{ offer: Offer; organisations: readonly string[]; taken: Taken }>;

/** The published offers of an area that have not ended, with what anybody may know of who makes them. */
export async function selectPublicOffers(
  permit: SupportPermit,
  area: AreaId,
  { topics, service, on }: Pick<OfferFilter, "topics" | "service"> & Readonly<{ on: PlainDate }>,
): Promise<PublicRow[]> {
  let query = db(permit)
    .selectFrom("support_offer")
    .selectAll()
    .where("area_id", "=", area)
    .where("published", "=", true)
    .where(sql<SqlBool>`coalesce(ended_on >= ${on}, true)`);
  if (topics?.length) query = query.where(sql<SqlBool>`topics && ${[...topics]}::text[]`);
  if (service) query = query.where("service", "=", service);
  const rows = await query.orderBy("kind").orderBy("title").orderBy("id").execute();
  return rows.map((row) => ({
    offer: toOffer({ ...row, parts: [] }),
    organisations: row.organisations,
    taken: row.taken,
  }));
}

/** Holds the offer until the transaction ends. */
export async function lockOffer(permit: SupportPermit, area: AreaId, id: OfferId): Promise<void> {
  await db(permit)
    .selectFrom("support_offer")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

type Written = Readonly<{ at: Date; by: string }>;

/** False where there is an offer of that id. */
export async function insertOffer(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
  { at, by }: Written,
): Promise<boolean> {
  const values: Insertable<OfferTable> = {
    ...{ ...toColumns(draft), area_id: area, id },
    ...{ version: 1, updated_at: at, updated_by: by },
  };
  const { numInsertedOrUpdatedRows } = await db(permit)
    .insertInto("support_offer")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await insertParts(permit, area, id, draft);
  return true;
}

/** Writes the next version of an offer that is held. */
export async function updateOffer(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
  { at, by }: Written,
): Promise<void> {
  await db(permit)
    .updateTable("support_offer")
    .set((row) => ({ ...toColumns(draft), version: row("version", "+", 1), updated_at: at, updated_by: by }))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
  await db(permit)
    .deleteFrom("support_offer_part")
    .where("area_id", "=", area)
    .where("offer_id", "=", id)
    .execute();
  await insertParts(permit, area, id, draft);
}

async function insertParts(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
): Promise<void> {
  const rows = draft.parts.map((part, position) => ({
    ...columnsOf(part),
    ...{ area_id: area, offer_id: id, position },
  }));
  await db(permit).insertInto("support_offer_part").values(rows).execute();
}
