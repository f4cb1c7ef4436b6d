import type { Tx } from "#platform/db/database.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import type { Role } from "../schema.ts";
import "../store.server.ts";

export type MembershipRow = Readonly<{
  areaId: AreaId;
  id: string;
  organisationId: OrganisationId;
  userId: UserId;
  role: Role;
  since: Date;
}>;

/** The open memberships of a user, oldest first. */
export async function selectMemberships(tx: Tx, userId: string): Promise<MembershipRow[]> {
  const rows = await tx
    .selectFrom("membership")
    .selectAll()
    .where("user_id", "=", userId)
    .where("until", "is", null)
    .orderBy("since")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    id: row.id,
    organisationId: row.organisation_id as OrganisationId,
    userId: row.user_id as UserId,
    role: row.role,
    since: row.since,
  }));
}

/** Adds a membership; one that is open already stays as it is. */
export async function insertMembership(
  tx: Tx,
  membership: { areaId: AreaId; organisationId: OrganisationId; userId: UserId; role: Role; since: Date },
): Promise<void> {
  await tx
    .insertInto("membership")
    .values({
      area_id: membership.areaId,
      id: newId(),
      organisation_id: membership.organisationId,
      user_id: membership.userId,
      role: membership.role,
      since: membership.since,
      until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "organisation_id", "user_id", "role"])
        .where("until", "is", null)
        .doNothing(),
    )
    .execute();
}
