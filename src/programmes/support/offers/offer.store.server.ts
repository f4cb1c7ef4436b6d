import { type SqlBool, sql } from "kysely";
import type { Finder, Work } from "#foundation/authority/public.ts";
import { changeRowIn } from "#platform/db/area-rows.ts";
import { anyOf } from "#platform/db/database.ts";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit, SupportSubject } from "../access.ts";
import type { Taken } from "../model/offer.rules.ts";
import type { Offer, OfferDraft, OfferId, OfferPart, Topic } from "../model/offer.schema.ts";

const parts = sql<OfferPart[]>`(select coalesce(json_agg(json_build_object(
    'organisationId', part.organisation_id, 'organisationName', part.organisation_name,
    'municipality', part.municipality, 'professions', part.professions, 'email', part.email) order by part.position), '[]')
  from support_offer_part part where part.area_id = support_offer.area_id and part.offer_id = support_offer.id)`;

function toOffer({
  organisations,
  taken,
  updatedAt,
  updatedBy,
  ...row
}: RowOf<"supportOffer"> & { parts: readonly OfferPart[] }): Offer {
  // A time of the database has seconds.
  return { ...row, opensAt: row.opensAt.slice(0, 5), closesAt: row.closesAt.slice(0, 5) } as Offer;
}

const toColumns = ({ parts, initiativeId, ...fields }: OfferDraft) => ({
  ...fields,
  service: fields.kind === "chisanpo" ? fields.service : null,
  organisations: parts.map((part) => part.organisationName),
  ...(initiativeId === undefined ? {} : { initiativeId }),
});

export type OfferFilter = Readonly<{
  ids?: readonly string[] | undefined;
  /** Those that speak of one of these topics, or are of that service. */
  topics?: readonly Topic[] | undefined;
  service?: string | null | undefined;
  /** Not ended on this day. */
  on?: PlainDate | undefined;
  published?: boolean | undefined;
}>;

function offersIn(permit: Work, area: AreaId, filter: OfferFilter) {
  let query = tables(permit).selectFrom("supportOffer").where("areaId", "=", area);
  if (filter.ids) query = query.where("id", "=", anyOf(filter.ids));
  if (filter.topics?.length) query = query.where(sql<SqlBool>`topics && ${[...filter.topics]}::text[]`);
  if (filter.service) query = query.where("service", "=", filter.service);
  if (filter.on) query = query.where(sql<SqlBool>`coalesce(ended_on >= ${filter.on}, true)`);
  return filter.published ? query.where("published", "=", true) : query;
}

export async function selectOffers(
  permit: SupportPermit,
  area: AreaId,
  filter: OfferFilter = {},
): Promise<Offer[]> {
  const query = offersIn(permit, area, filter).selectAll().select(parts.as("parts"));
  return (await query.orderBy("kind").orderBy("title").orderBy("id").execute()).map(toOffer);
}

/** The published offers of all areas in reach that have not ended on that day. */
export const selectListedOffers = async (permit: SupportPermit, today: PlainDate): Promise<Offer[]> =>
  (
    await tables(permit)
      .selectFrom("supportOffer")
      .selectAll()
      .select(parts.as("parts"))
      .where("published", "=", true)
      .where(sql<SqlBool>`coalesce(ended_on >= ${today}, true)`)
      .orderBy("areaId")
      .orderBy("id")
      .execute()
  ).map(toOffer);

export const findOffer = async (
  permit: SupportPermit,
  area: AreaId,
  id: string,
): Promise<Offer | undefined> => (await selectOffers(permit, area, { ids: [id] }))[0];

export type OfferVersion = Readonly<{ id: OfferId; version: number; taken: Taken }>;

/** Which offers there are, which version of each stands, and what of it is taken. */
export const selectVersions = async (
  permit: SupportPermit,
  area: AreaId,
  filter: OfferFilter,
): Promise<OfferVersion[]> =>
  (await offersIn(permit, area, filter).select(["id", "version", "taken"]).execute()) as OfferVersion[];

/** What is asked before an offer is opened: who makes it. */
export async function findOfferSubject(
  find: Finder,
  area: AreaId,
  id: OfferId,
): Promise<SupportSubject | undefined> {
  const row = await tables(find)
    .selectFrom("supportOffer")
    .select(
      sql<OrganisationId[]>`array(select organisation_id from support_offer_part part
        where part.area_id = support_offer.area_id and part.offer_id = support_offer.id)`.as("offering"),
    )
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { type: "offer", id, area, offering: row.offering };
}

export type PublicRow = Readonly<{ offer: Offer; organisations: readonly string[]; taken: Taken }>;

/** The published offers of an area that have not ended, with what anybody may know of who makes them. */
export async function selectPublicOffers(
  permit: SupportPermit,
  area: AreaId,
  filter: OfferFilter,
): Promise<PublicRow[]> {
  const query = offersIn(permit, area, { ...filter, published: true }).selectAll();
  const rows = await query.orderBy("kind").orderBy("title").orderBy("id").execute();
  return rows.map((row) => ({
    offer: toOffer({ ...row, parts: [] }),
    organisations: row.organisations,
    taken: row.taken as Taken,
  }));
}

/** Holds offers until the transaction ends; always in the same order, so that two who want the same pair never wait for each other. */
export async function lockOffers(permit: Work, area: AreaId, ids: readonly string[]): Promise<void> {
  await offersIn(permit, area, { ids }).select("id").orderBy("id").forUpdate().execute();
}

export const updateTaken = (permit: Work, areaId: AreaId, id: string, taken: Taken) =>
  changeRowIn(permit, "supportOffer", { areaId, id }, { taken: JSON.stringify(taken) });

type Written = Readonly<{ updatedAt: Date; updatedBy: string }>;

/** False where there is an offer of that id. */
export async function insertOffer(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  draft: OfferDraft,
  written: Written,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(permit)
    .insertInto("supportOffer")
    .values({ ...toColumns(draft), areaId: area, id, version: 1, ...written })
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
  written: Written,
): Promise<void> {
  await tables(permit)
    .updateTable("supportOffer")
    .set((row) => ({ ...toColumns(draft), version: row("version", "+", 1), ...written }))
    .where("areaId", "=", area)
    .where("id", "=", id)
    .execute();
  await tables(permit)
    .deleteFrom("supportOfferPart")
    .where("areaId", "=", area)
    .where("offerId", "=", id)
    .execute();
  await insertParts(permit, area, id, draft);
}

/** Whether an offer takes any at present is a version of it too. */
export async function updateIntake(
  permit: SupportPermit,
  area: AreaId,
  id: OfferId,
  change: Pick<Offer, "intake" | "intakeReason" | "intakeSince" | "intakeUntil"> & Written,
): Promise<void> {
  await tables(permit)
    .updateTable("supportOffer")
    .set((row) => ({ ...change, version: row("version", "+", 1) }))
    .where("areaId", "=", area)
    .where("id", "=", id)
    .execute();
}

async function insertParts(
  permit: SupportPermit,
  areaId: AreaId,
  offerId: OfferId,
  { parts }: OfferDraft,
): Promise<void> {
  const rows = parts.map((part, position) => ({ ...part, areaId, offerId, position }));
  await tables(permit).insertInto("supportOfferPart").values(rows).execute();
}
