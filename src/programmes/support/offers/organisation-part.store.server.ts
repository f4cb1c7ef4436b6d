import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";

/** The offers of which an organisation makes a part, in the areas in reach. */
export const selectOffersOf = (permit: SupportPermit, organisation: OrganisationId) =>
  tables(permit)
    .selectFrom("supportOffer as offer")
    .innerJoin("supportOfferPart as part", (join) =>
      join.onRef("part.areaId", "=", "offer.areaId").onRef("part.offerId", "=", "offer.id"),
    )
    .select(["offer.areaId", "offer.id", "offer.title", "offer.kind", "offer.intake", "offer.published"])
    .where("part.organisationId", "=", organisation)
    .where("offer.endedOn", "is", null)
    .orderBy("offer.areaId")
    .orderBy("offer.title")
    .limit(100)
    .execute();

/** How often an organisation was asked, answered and came, by area in reach. */
export const countEnquiriesOf = (
  permit: SupportPermit,
  organisation: OrganisationId,
): Promise<{ areaId: AreaId; asked: number; answered: number; came: number }[]> =>
  tables(permit)
    .selectFrom("supportEnquiry as enquiry")
    .innerJoin("supportRequest as request", (join) =>
      join.onRef("request.areaId", "=", "enquiry.areaId").onRef("request.id", "=", "enquiry.requestId"),
    )
    .select([
      "enquiry.areaId",
      sql<number>`count(*)`.as("asked"),
      sql<number>`count(enquiry.answered_at)`.as("answered"),
      sql<number>`count(*) filter (where enquiry.state = 'chosen' and request.status in ('held', 'reported', 'closed'))`.as(
        "came",
      ),
    ])
    .where("enquiry.organisationId", "=", organisation)
    .where("enquiry.state", "!=", "queued")
    .groupBy("enquiry.areaId")
    .orderBy("enquiry.areaId")
    .execute();
