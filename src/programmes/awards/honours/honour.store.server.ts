import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AwardPermit } from "../access.ts";
import type { Honour } from "../model/award.schema.ts";

const honours = (permit: AwardPermit) => rowsOf(permit, "honour").selectAll();

export const findHonour = (permit: AwardPermit, id: string): Promise<Honour | undefined> =>
  honours(permit).where("id", "=", id).executeTakeFirst();

export const findHonourOf = (permit: AwardPermit, entryId: string): Promise<Honour | undefined> =>
  honours(permit).where("entryId", "=", entryId).executeTakeFirst();

export const findByCode = (permit: AwardPermit, code: string): Promise<Honour | undefined> =>
  honours(permit).where("code", "=", code).executeTakeFirst();

/** What was given, the newest first; the public sees those who agreed. */
export function selectHonours(permit: AwardPermit, agreed: boolean): Promise<Honour[]> {
  const query = honours(permit).orderBy("fromOn", "desc").orderBy("number").limit(500);
  return (agreed ? query.where("mayPublish", "=", true) : query).execute();
}

export const selectHonoursOfRound = (permit: AwardPermit, roundId: string): Promise<Honour[]> =>
  honours(permit).where("roundId", "=", roundId).orderBy("number").execute();

/** Which tiers a workplace has had already. */
export const selectTiersOf = (permit: AwardPermit, workplaceKeys: readonly string[]) =>
  workplaceKeys.length === 0
    ? Promise.resolve([])
    : rowsOf(permit, "honour")
        .select(["workplaceKey", "tier", "roundId"])
        .where("workplaceKey", "in", [...workplaceKeys])
        .where("revokedOn", "is", null)
        .execute();

export async function insertHonour(
  permit: AwardPermit,
  honour: Pick<Honour, "id" | "roundId" | "entryId" | "number" | "code" | "tier" | "title" | "workplace"> &
    Pick<Honour, "workplaceKey" | "words" | "mayPublish" | "fromOn" | "toOn">,
): Promise<void> {
  await tables(permit)
    .insertInto("honour")
    .values({ ...honour, areaId: permit.subject.area, givenAt: permit.clock.now() })
    .onConflict((row) => row.doNothing())
    .execute();
}

export const updateHonour = (
  permit: AwardPermit,
  id: string,
  change: Partial<Pick<Honour, "handedOn" | "revokedOn" | "revokeReason" | "toOn" | "flag" | "tier">>,
) =>
  tables(permit)
    .updateTable("honour")
    .set(change)
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
