import type { App } from "#platform/app.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { type AreaId, namedId, type OrganisationId } from "#platform/kernel/ids.ts";
import { AREAS, ORGANISATIONS } from "./actors.ts";

const OFFICES: readonly (readonly [AreaId, OrganisationId])[] = [
  [AREAS.own, ORGANISATIONS.own],
  [AREAS.own, ORGANISATIONS.other],
  [AREAS.neighbour, ORGANISATIONS.neighbour],
  [AREAS.foreign, ORGANISATIONS.foreign],
  // Where a case is handed on to, there is a second office.
  [AREAS.neighbour, namedId("organisation", AREAS.neighbour, "見本の相手")],
  [AREAS.foreign, namedId("organisation", AREAS.foreign, "見本の相手")],
];

/** The offices for which the people of the matrix work, as rows. */
export async function placeOffices(app: App): Promise<void> {
  const at = app.clock.now();
  await withRows(app.db, { actor: "<test>", areas: Object.values(AREAS) }, async (access) => {
    for (const [areaId, id] of OFFICES)
      await tables(access)
        .insertInto("organisation")
        .values({
          ...{ areaId, id, name: `見本の機関 ${id.slice(-4)}`, sortKey: id, sector: "public_health_centre" },
          ...{ origin: "form", createdAt: at, updatedAt: at, updatedBy: "<test>" },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}
