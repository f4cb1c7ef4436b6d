import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import "../user-name.store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    secretariat: { area_id: string; organisation_id: string; since: Date };
  }
}

/** The areas that have a secretariat; anybody may know. */
export async function areasWithSecretariat(permit: Work): Promise<AreaId[]> {
  const rows = await db(permit).selectFrom("secretariat").select("area_id").distinct().execute();
  return rows.map((row) => row.area_id as AreaId);
}

/** Which organisation is whose secretariat; anybody may know. */
export async function secretariats(
  permit: Work,
): Promise<{ areaId: AreaId; organisationId: OrganisationId }[]> {
  const rows = await db(permit).selectFrom("secretariat").select(["area_id", "organisation_id"]).execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    organisationId: row.organisation_id as OrganisationId,
  }));
}

/** The organisations that are the area's secretariat, the one that came first before. */
export async function secretariatOf(permit: Work, area: AreaId): Promise<OrganisationId[]> {
  const rows = await db(permit)
    .selectFrom("secretariat")
    .select("organisation_id")
    .where("area_id", "=", area)
    .orderBy("since")
    .orderBy("organisation_id")
    .execute();
  return rows.map((row) => row.organisation_id as OrganisationId);
}

type Office = Readonly<{ areaId: string; organisationId: string }>;

/** Somebody has become coordinator for it. The row is held, so that nobody takes it away at the same moment. */
export async function beginSecretariat(permit: Work, office: Office): Promise<void> {
  await db(permit)
    .insertInto("secretariat")
    .values({ area_id: office.areaId, organisation_id: office.organisationId, since: permit.clock.now() })
    .onConflict((conflict) =>
      conflict.columns(["area_id", "organisation_id"]).doUpdateSet({ since: sql`secretariat.since` }),
    )
    .execute();
}

/** A coordinator has gone: with the last one it is the secretariat no more. Counted after the row is held. */
export async function endSecretariat(permit: Work, office: Office): Promise<void> {
  const { areaId, organisationId } = office;
  await db(permit)
    .selectFrom("secretariat")
    .select("since")
    .where("area_id", "=", areaId)
    .where("organisation_id", "=", organisationId)
    .forUpdate()
    .execute();
  await db(permit)
    .deleteFrom("secretariat")
    .where("area_id", "=", areaId)
    .where("organisation_id", "=", organisationId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("membership")
            .select("id")
            .where("area_id", "=", areaId)
            .where("organisation_id", "=", organisationId)
            .where("role", "=", "coordinator")
            .where("until", "is", null),
        ),
      ),
    )
    .execute();
}
