import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";
import type { JoinRequest } from "../model/join.schema.ts";

const requests = (permit: CouncilPermit, area = permit.subject.area) =>
  tables(permit)
    .selectFrom("councilJoinRequest")
    .where("areaId", "=", area)
    .select(["id", "bodyId", "organisation", "organisationId", "sector", "message", "email"])
    .select(["askedByName", "askedAt", "accepted"]);

/** What waits for an answer, the earliest first. */
export const selectOpenJoins = (permit: CouncilPermit, area?: AreaId): Promise<JoinRequest[]> =>
  requests(permit, area).where("settledAt", "is", null).orderBy("askedAt").orderBy("id").execute();

/** What these organisations asked for, the latest first. */
export const selectJoinsOf = async (
  permit: CouncilPermit,
  organisations: readonly OrganisationId[],
): Promise<JoinRequest[]> =>
  organisations.length === 0
    ? []
    : requests(permit)
        .where("organisationId", "in", [...organisations])
        .orderBy("askedAt", "desc")
        .execute();

export const lockJoin = (permit: CouncilPermit, id: string): Promise<JoinRequest | undefined> =>
  requests(permit).where("id", "=", id).where("settledAt", "is", null).forUpdate().executeTakeFirst();

/** Whether it is a new one: what waits already is not asked twice. */
export async function insertJoin(
  permit: CouncilPermit,
  join: Omit<JoinRequest, "id" | "askedAt" | "accepted">,
): Promise<boolean> {
  const made = await tables(permit)
    .insertInto("councilJoinRequest")
    .values({ ...join, areaId: permit.subject.area, id: newId() as string, askedAt: permit.clock.now() })
    .onConflict((held) =>
      held.columns(["areaId", "bodyId", "organisationId"]).where("settledAt", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
}

export const settleJoin = (
  permit: CouncilPermit,
  id: string,
  { accepted, by }: Readonly<{ accepted: boolean; by: string }>,
) =>
  tables(permit)
    .updateTable("councilJoinRequest")
    .set({ accepted, settledAt: permit.clock.now(), settledByName: by })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .execute();
