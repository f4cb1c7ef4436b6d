import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";

/** The bodies on which an organisation has a seat, in the areas in reach. */
export const selectSeatsOf = (permit: CouncilPermit, organisation: OrganisationId) =>
  tables(permit)
    .selectFrom("councilMember as member")
    .innerJoin("councilBody as body", (join) =>
      join.onRef("body.areaId", "=", "member.areaId").onRef("body.id", "=", "member.bodyId"),
    )
    .select(["member.areaId", "member.organisation", "body.name"])
    .where("member.organisationId", "=", organisation)
    .where("member.deletedAt", "is", null)
    .where("body.deletedAt", "is", null)
    .orderBy("body.name")
    .limit(100)
    .execute();
