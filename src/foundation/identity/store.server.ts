import type { Role } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";

interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean | null;
  demonstration: boolean;
  created_at: Date;
  updated_at: Date;
}

interface MembershipTable {
  area_id: string;
  id: string;
  organisation_id: string;
  user_id: string;
  role: Role;
  since: Date;
  until: Date | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    identity_user: UserTable;
    membership: MembershipTable;
    secretariat: { area_id: string; organisation_id: string; since: Date };
  }
}

export async function selectNames(
  permit: Work,
  ids: readonly string[],
): Promise<{ id: UserId; name: string }[]> {
  const rows = await db(permit)
    .selectFrom("identity_user")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .execute();
  return rows.map((row) => ({ id: row.id as UserId, name: row.name }));
}

export async function selectUsersNamed(permit: Work, text: string, limit: number): Promise<UserId[]> {
  const rows = await db(permit)
    .selectFrom("identity_user")
    .select("id")
    .where("name", "like", `%${text.replace(/[\\%_]/g, "\\$&")}%`)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as UserId);
}

export async function findAddress(permit: Work, userId: string): Promise<string | undefined> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select("email")
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.email;
}

/** The organisations that coordinate an area, or any, the one that came first before. */
export async function selectSecretariats(
  permit: Work,
  area?: AreaId,
): Promise<{ areaId: AreaId; organisationId: OrganisationId }[]> {
  let query = db(permit).selectFrom("secretariat").select(["area_id", "organisation_id"]);
  if (area !== undefined) query = query.where("area_id", "=", area);
  const rows = await query.orderBy("since").orderBy("organisation_id").execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    organisationId: row.organisation_id as OrganisationId,
  }));
}
