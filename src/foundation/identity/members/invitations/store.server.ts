import type { Role } from "#foundation/actors/public.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { Invitation } from "../schema.ts";

interface InvitationTable {
  area_id: string;
  id: string;
  organisation_id: string;
  role: Role;
  email: string;
  name: string;
  token_hash: string;
  invited_by: string;
  invited_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    invitation: InvitationTable;
  }
}

const toInvitation = (row: InvitationTable): Invitation => ({
  areaId: row.area_id as AreaId,
  id: row.id,
  organisationId: row.organisation_id as OrganisationId,
  role: row.role,
  email: row.email,
  name: row.name,
  invitedBy: row.invited_by,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
});

export async function insertInvitation(
  permit: RowAccess,
  invitation: Invitation,
  tokenHash: string,
): Promise<void> {
  await db(permit)
    .insertInto("invitation")
    .values({
      area_id: invitation.areaId,
      id: invitation.id,
      organisation_id: invitation.organisationId,
      role: invitation.role,
      email: invitation.email,
      name: invitation.name,
      token_hash: tokenHash,
      invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute();
}

const open = (permit: RowAccess, now: Date) =>
  db(permit)
    .selectFrom("invitation")
    .selectAll()
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now);

export async function findOpenInvitation(
  permit: RowAccess,
  tokenHash: string,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await open(permit, now).where("token_hash", "=", tokenHash).executeTakeFirst();
  return row && toInvitation(row);
}

export async function listOpenInvitations(
  permit: RowAccess,
  areas: readonly AreaId[] | "all",
  now: Date,
): Promise<Invitation[]> {
  let query = open(permit, now);
  if (areas !== "all") query = query.where("area_id", "in", [...areas]);
  const rows = await query.orderBy("invited_at", "desc").limit(500).execute();
  return rows.map(toInvitation);
}

export async function findInvitation(
  permit: RowAccess,
  id: string,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await open(permit, now).where("id", "=", id).executeTakeFirst();
  return row && toInvitation(row);
}

/** Takes the invitation for good; false where somebody was faster, or it is over. */
export async function claimInvitation(
  permit: RowAccess,
  invitation: Invitation,
  now: Date,
): Promise<boolean> {
  const result = await db(permit)
    .updateTable("invitation")
    .set({ accepted_at: now })
    .where("area_id", "=", invitation.areaId)
    .where("id", "=", invitation.id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function withdrawInvitation(
  permit: RowAccess,
  invitation: Invitation,
  now: Date,
): Promise<void> {
  await db(permit)
    .updateTable("invitation")
    .set({ withdrawn_at: now })
    .where("area_id", "=", invitation.areaId)
    .where("id", "=", invitation.id)
    .execute();
}
