import type { Role } from "#foundation/actors/public.ts";
import type { Finder, Permit, Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import { beginSecretariat, endSecretariat } from "./secretariat.store.server.ts";
import "../user-name.store.server.ts";
import type { MemberAction } from "../membership.access.ts";
import { MEMBER_LIST, type MemberQuery } from "./membership.present.ts";
import type { Member } from "./membership.schema.ts";

type MemberPermit = Permit<MemberAction>;

export type MembershipRow = Readonly<{
  areaId: AreaId;
  id: string;
  organisationId: OrganisationId;
  userId: UserId;
  role: Role;
  since: Date;
}>;

/** The open memberships of a user, oldest first. */
export async function selectMemberships(permit: Work, userId: string): Promise<MembershipRow[]> {
  const rows = await db(permit)
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

/** Adds a membership; one that is open already stays as it is. Gives the id of the one that is made. */
export async function insertMembership(
  permit: Work,
  membership: { areaId: AreaId; organisationId: OrganisationId; userId: UserId; role: Role },
): Promise<string> {
  const id: string = newId();
  await db(permit)
    .insertInto("membership")
    .values({
      area_id: membership.areaId,
      id,
      organisation_id: membership.organisationId,
      user_id: membership.userId,
      role: membership.role,
      since: permit.clock.now(),
      until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "organisation_id", "user_id", "role"])
        .where("until", "is", null)
        .doNothing(),
    )
    .execute();
  if (membership.role === "coordinator") await beginSecretariat(permit, membership);
  return id;
}

export async function hasMembership(
  permit: Work,
  membership: { areaId: AreaId; organisationId: OrganisationId; userId: UserId; role: Role },
): Promise<boolean> {
  const row = await db(permit)
    .selectFrom("membership")
    .select("id")
    .where("area_id", "=", membership.areaId)
    .where("organisation_id", "=", membership.organisationId)
    .where("user_id", "=", membership.userId)
    .where("role", "=", membership.role)
    .where("until", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

const withPerson = (permit: Work) =>
  db(permit)
    .selectFrom("membership")
    .innerJoin("identity_user as user", "user.id", "membership.user_id")
    .select([
      "membership.area_id",
      "membership.id",
      "membership.organisation_id",
      "membership.user_id",
      "membership.role",
      "membership.since",
      "user.name",
      "user.email",
      "user.disabled_at",
      "user.last_sign_in_at",
    ])
    .where("membership.until", "is", null);

type PersonRow = Awaited<ReturnType<ReturnType<typeof withPerson>["execute"]>>[number];

const toMember = (row: PersonRow): Member => ({
  areaId: row.area_id as AreaId,
  id: row.id,
  organisationId: row.organisation_id as OrganisationId,
  userId: row.user_id as UserId,
  name: row.name,
  email: row.email,
  role: row.role,
  since: row.since,
  disabled: row.disabled_at !== null,
  lastSignInAt: row.last_sign_in_at,
});

/** Who holds that role now for organisations at home in the area, once for each membership. */
export async function selectMailboxes(
  permit: Work,
  area: AreaId,
  role: Role,
): Promise<Pick<Member, "userId" | "email" | "name" | "organisationId">[]> {
  const rows = await withPerson(permit)
    .where("membership.area_id", "=", area)
    .where("membership.role", "=", role)
    .where("user.disabled_at", "is", null)
    .orderBy("membership.since")
    .execute();
  return rows.map(toMember);
}

/** Who holds one of these roles for that organisation now. */
export async function selectWorkers(
  permit: Work,
  organisation: OrganisationId,
  roles: readonly Role[],
): Promise<UserId[]> {
  const rows = await withPerson(permit)
    .where("membership.organisation_id", "=", organisation)
    .where("membership.role", "in", [...roles])
    .where("user.disabled_at", "is", null)
    .orderBy("membership.since")
    .execute();
  return rows.map((row) => row.user_id as UserId);
}

/** Open memberships of organisations at home in these areas: one page of them and one more. */
export async function listMembersOf(
  permit: MemberPermit,
  areas: readonly AreaId[] | "all",
  list: MemberQuery,
): Promise<Member[]> {
  let query = withPerson(permit);
  if (areas !== "all") query = query.where("membership.area_id", "in", [...areas]);
  const { q } = list.filter;
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((eb) => eb.or([eb("user.name", "like", pattern), eb("user.email", "like", pattern)]));
  }
  return (await inOrder(query, orderOf(MEMBER_LIST, list.sort), list).execute()).map(toMember);
}

/** Of a membership what its policy is asked about, also of one that has ended. */
export async function findMembership(
  find: Finder,
  id: string,
): Promise<(Pick<MembershipRow, "areaId" | "userId" | "role"> & { open: boolean }) | undefined> {
  const row = await db(find)
    .selectFrom("membership")
    .select(["area_id", "user_id", "role", "until"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { area_id: areaId, user_id: userId, role, until } = row;
  return { areaId: areaId as AreaId, userId: userId as UserId, role, open: until === null };
}

/** An open membership with the person whose it is. */
export async function findMember(permit: MemberPermit, id: string): Promise<Member | undefined> {
  const row = await withPerson(permit)
    .where("membership.area_id", "=", permit.subject.area)
    .where("membership.id", "=", id)
    .executeTakeFirst();
  return row && toMember(row);
}

/** Ends a membership; false where it has ended meanwhile. */
export async function endMembershipRow(
  permit: MemberPermit,
  { areaId, id }: Pick<Member, "areaId" | "id">,
): Promise<boolean> {
  const ended = await db(permit)
    .updateTable("membership")
    .set({ until: permit.clock.now() })
    .where("area_id", "=", areaId)
    .where("id", "=", id)
    .where("until", "is", null)
    .returning(["organisation_id", "role"])
    .executeTakeFirst();
  if (ended?.role === "coordinator")
    await endSecretariat(permit, { areaId, organisationId: ended.organisation_id });
  return ended !== undefined;
}
