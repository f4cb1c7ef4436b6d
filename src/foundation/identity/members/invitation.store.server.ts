import type { Role } from "#foundation/actors/public.ts";
import type { Finder, Permit, Work } from "#foundation/authority/public.ts";
import { db, tables } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { MemberAction } from "../membership.access.ts";
import type { Invitation, InvitationState } from "../people/membership.schema.ts";

type MemberPermit = Permit<MemberAction>;

interface InvitationTable {
  area_id: string;
  id: string;
  organisation_id: string;
  role: Role;
  email: string;
  name: string;
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

/**
 * The one standing invitation of that address, organisation and role: made, or renewed. Gives its id, and whether one was
 * made after `again`, as where a form is sent twice. Whoever comes second waits for the first and then finds theirs.
 */
export async function saveInvitation(
  permit: MemberPermit,
  { areaId, organisationId, role, email, ...rest }: Invitation,
  again: Date,
): Promise<{ id: string; isAgain: boolean }> {
  const made = await tables(permit)
    .insertInto("invitation")
    .values({ areaId, organisationId, role, email, ...rest })
    .onConflict((conflict) =>
      conflict
        .columns(["areaId", "organisationId", "email", "role"])
        .where("acceptedAt", "is", null)
        .where("withdrawnAt", "is", null)
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (made) return { id: made.id, isAgain: false };
  const { id, invitedAt } = await tables(permit)
    .selectFrom("invitation")
    .select(["id", "invitedAt"])
    .where("areaId", "=", areaId)
    .where("organisationId", "=", organisationId)
    .where("email", "=", email)
    .where("role", "=", role)
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { name, invitedBy, expiresAt } = rest;
  await tables(permit)
    .updateTable("invitation")
    .set({ name, invitedBy, invitedAt: rest.invitedAt, expiresAt })
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .execute();
  return { id, isAgain: invitedAt > again };
}

/** Taken or withdrawn by nobody; their week may be over. */
const standing = (permit: Work) =>
  db(permit)
    .selectFrom("invitation")
    .selectAll()
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null);

const open = (permit: Work) => standing(permit).where("expires_at", ">", permit.clock.now());

/** What nobody took or withdrew, the latest first; with those whose week is over where they are wanted. */
export async function listInvitations(
  permit: MemberPermit,
  areas: readonly AreaId[] | "all",
  which: "open" | "standing",
): Promise<Invitation[]> {
  if (areas.length === 0) return [];
  let query = which === "open" ? open(permit) : standing(permit);
  if (areas !== "all") query = query.where("area_id", "in", [...areas]);
  const rows = await query.orderBy("invited_at", "desc").limit(500).execute();
  return rows.map(toInvitation);
}

/** Of an invitation what its policy is asked about, and the state that it is in. */
export async function findInvitation(
  find: Finder,
  id: string,
): Promise<(Pick<Invitation, "areaId" | "role"> & { state: InvitationState }) | undefined> {
  const row = await db(find)
    .selectFrom("invitation")
    .select(["area_id", "role", "accepted_at", "withdrawn_at", "expires_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const over = row.expires_at <= find.clock.now() ? "expired" : "open";
  const state = row.accepted_at ? "accepted" : row.withdrawn_at ? "withdrawn" : over;
  return { areaId: row.area_id as AreaId, role: row.role, state };
}

/** An invitation that can be offered anew; none where it was taken or withdrawn. */
export async function findStanding(permit: MemberPermit, id: string): Promise<Invitation | undefined> {
  const row = await standing(permit).where("id", "=", id).executeTakeFirst();
  return row && toInvitation(row);
}

export async function getInvitation(permit: MemberPermit, id: string): Promise<Invitation> {
  return toInvitation(await open(permit).where("id", "=", id).executeTakeFirstOrThrow());
}

/** Takes the invitation for good; undefined where somebody was faster, or it is over. */
export async function claimInvitation(permit: MemberPermit, id: string): Promise<Invitation | undefined> {
  const now = permit.clock.now();
  const row = await db(permit)
    .updateTable("invitation")
    .set({ accepted_at: now })
    .where("area_id", "=", permit.subject.area)
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now)
    .returningAll()
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** Withdraws an invitation that nobody took; false where it is gone. */
export async function withdrawInvitation(permit: MemberPermit, id: string): Promise<boolean> {
  const now = permit.clock.now();
  const { numUpdatedRows } = await db(permit)
    .updateTable("invitation")
    .set({ withdrawn_at: now })
    .where("area_id", "=", permit.subject.area)
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
