import { type ColumnType, type Selectable, type SqlBool, sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit, SupportSubject } from "../access.ts";
import type { Taken } from "./rules.ts";
import type {
  Industry,
  Intake,
  Offer,
  OfferId,
  OfferKind,
  OfferPart,
  Place,
  Profession,
  Topic,
} from "./schema.ts";

export interface OfferTable {
  area_id: AreaId;
  id: OfferId;
  title: string;
  title_en: string;
  kind: OfferKind;
  service: string | null;
  topics: Topic[];
  size_from: number | null;
  size_to: number | null;
  industries: Industry[];
  municipalities: string[];
  people_from: number | null;
  people_to: number | null;
  places: Place[];
  fee: "free" | "paid";
  fee_note: string;
  equipment: string;
  note: string;
  lead_days: number;
  rrule: string;
  opens_at: string;
  closes_at: string;
  on_holidays: boolean;
  per_day: number | null;
  per_month: number | null;
  per_year: number | null;
  per_workplace: number | null;
  new_first: boolean;
  intake: Intake;
  intake_reason: string;
  intake_since: PlainDate | null;
  intake_until: PlainDate | null;
  published: boolean;
  ended_on: PlainDate | null;
  initiative_id: string | null;
  /** Who makes it, by name: what anybody may know of its parts. */
  organisations: string[];
  /** Kept by whoever takes or gives back a place (../capacity/kept). */
  taken: ColumnType<Taken, never, never>;
  version: number;
  updated_at: Date;
  updated_by: string;
}

interface PartTable {
  area_id: AreaId;
  offer_id: OfferId;
  position: number;
  organisation_id: OrganisationId;
  organisation_name: string;
  municipality: string;
  professions: Profession[];
  email: string;
}

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

const toOffer = (row: Selectable<OfferTable> & { parts: OfferPart[] }): Offer => ({
  areaId: row.area_id,
  id: row.id,
  title: row.title,
  titleEn: row.title_en,
  kind: row.kind,
  service: row.service,
  topics: row.topics,
  sizeFrom: row.size_from,
  sizeTo: row.size_to,
  industries: row.industries,
  municipalities: row.municipalities,
  peopleFrom: row.people_from,
  peopleTo: row.people_to,
  places: row.places,
  fee: row.fee,
  feeNote: row.fee_note,
  equipment: row.equipment,
  note: row.note,
  leadDays: row.lead_days,
  rrule: row.rrule,
  opensAt: row.opens_at.slice(0, 5),
  closesAt: row.closes_at.slice(0, 5),
  onHolidays: row.on_holidays,
  perDay: row.per_day,
  perMonth: row.per_month,
  perYear: row.per_year,
  perWorkplace: row.per_workplace,
  newFirst: row.new_first,
  intake: row.intake,
  intakeReason: row.intake_reason,
  intakeSince: row.intake_since,
  intakeUntil: row.intake_until,
  published: row.published,
  endedOn: row.ended_on,
  initiativeId: row.initiative_id,
  parts: row.parts,
  version: row.version,
});

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
