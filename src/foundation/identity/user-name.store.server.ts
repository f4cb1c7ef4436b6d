import type { Role } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";

interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean | null;
  demonstration: boolean;
  disabled_at: Date | null;
  last_sign_in_at: Date | null;
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
