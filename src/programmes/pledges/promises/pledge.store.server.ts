import { sql } from "kysely";

import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ActPermit } from "../access.ts";
import type { Pledge } from "../model/act.schema.ts";
import type { PledgeState } from "../model/act-lists.schema.ts";

const pledges = (permit: ActPermit) => rowsOf(permit, "pledge").selectAll();

export async function insertPledge(
  permit: ActPermit,
  pledge: Omit<Pledge, "areaId" | "madeAt">,
): Promise<void> {
  await tables(permit)
    .insertInto("pledge")
    .values({ ...pledge, areaId: permit.subject.area, madeAt: permit.clock.now() })
    .onConflict((row) => row.doNothing())
    .execute();
}

export const selectPledgesOf = (permit: ActPermit, checkId: string): Promise<Pledge[]> =>
  pledges(permit).where("checkId", "=", checkId).orderBy("madeAt").execute();

export const lockPledge = (permit: ActPermit, id: string): Promise<Pledge | undefined> =>
  pledges(permit).where("id", "=", id).forUpdate().executeTakeFirst();

/** What is public of a year and the one before. */
export const selectListed = (permit: ActPermit, year: number): Promise<Pledge[]> =>
  pledges(permit)
    .where("state", "=", "listed")
    .where("fiscalYear", ">=", year - 1)
    .orderBy("fiscalYear", "desc")
    .orderBy("name")
    .orderBy("id")
    .limit(300)
    .execute();

/** What a secretariat has to do with: offered first. What nobody wants to be public it does not see. */
export const selectForOffice = (permit: ActPermit): Promise<Pledge[]> =>
  pledges(permit)
    .where("state", "in", ["offered", "listed", "refused"])
    .orderBy(sql`state <> 'offered'`)
    .orderBy("madeAt", "desc")
    .limit(300)
    .execute();

export const updatePledge = (
  permit: ActPermit,
  id: string,
  change: Partial<
    Readonly<{ state: PledgeState; doneOn: PlainDate | null; initiativeId: string; decidedAt: Date }>
  >,
) =>
  tables(permit)
    .updateTable("pledge")
    .set(change)
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();

/** How many wait to be looked at in each of these areas, and since when. */
export const countOffered = (permit: ActPermit, areas: readonly AreaId[]) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("pledge")
        .select(["areaId", sql<number>`count(*)::int`.as("pledges"), sql<Date>`min(made_at)`.as("since")])
        .where("areaId", "in", [...areas])
        .where("state", "=", "offered")
        .groupBy("areaId")
        .execute();
