import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

const idsOf = (keys: readonly FoundKey[]) => keys.map(({ id }) => id);

/** All requests, by the workplace and the number: neither by a contact nor by what was written. */
export const findableRequests = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("supportRequest")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      sql<boolean>`false`.as("open"),
      sql<string>`concat_ws(' ', workplace, number)`.as("words"),
    ]) as unknown as FindableRows;

/** Requests, with what their policy is asked about. */
export const selectFoundRequests = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("supportRequest as request")
    .select((one) => [
      "request.areaId",
      "request.id",
      "request.workplace",
      "request.number",
      "request.status",
      "request.madeOn",
      "request.organisationId",
      "request.passedTo",
      sql<OrganisationId[]>`array(${one
        .selectFrom("supportEnquiry as enquiry")
        .select("enquiry.organisationId")
        .whereRef("enquiry.areaId", "=", "request.areaId")
        .whereRef("enquiry.requestId", "=", "request.id")
        .where("enquiry.state", "!=", "queued")})`.as("asked"),
    ])
    .where("request.id", "in", idsOf(keys))
    .execute();

/** All offers that have not ended, by title and who makes them. */
export const findableOffers = (permit: Work, today: PlainDate): FindableRows =>
  tables(permit)
    .selectFrom("supportOffer")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      "published as open",
      sql<string>`concat_ws(' ', title, title_en, array_to_string(organisations, ' '))`.as("words"),
    ])
    .where(sql<boolean>`coalesce(ended_on >= ${today}, true)`) as unknown as FindableRows;

/** Offers, with what their policy is asked about. */
export const selectFoundOffers = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("supportOffer")
    .select(["areaId", "id", "title", "titleEn", "organisations", "published"])
    .select(
      sql<OrganisationId[]>`array(select organisation_id from support_offer_part part
        where part.area_id = support_offer.area_id and part.offer_id = support_offer.id)`.as("offering"),
    )
    .where("id", "in", idsOf(keys))
    .execute();
