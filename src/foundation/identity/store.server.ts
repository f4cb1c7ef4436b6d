import { sql } from "kysely";
import type { Role } from "#foundation/actors/public.ts";
import { scopeStatements } from "#platform/db/database.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";

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
  }
}

/** The scope of the sign-in itself: it reaches the tables of people and secrets, and no area. */
export const IDENTITY_SCOPE = { actor: "<identity>", areas: [] } as const;

/** Lets the sign-in's transaction read rows of these areas: what a person's organisations are, before the person acts. */
export async function widenScope(permit: RowAccess, areas: readonly string[]): Promise<void> {
  await sql.raw(scopeStatements({ ...IDENTITY_SCOPE, areas })).execute(db(permit));
}

/** Names of users, for pages that say who did what. Users out of reach are missing from the map. */
export async function namesOfUsers(
  permit: RowAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db(permit)
    .selectFrom("identity_user")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id as UserId, row.name]));
}

/** Users in reach whose name holds the text. */
export async function findUsersNamed(permit: RowAccess, text: string): Promise<readonly UserId[]> {
  const rows = await db(permit)
    .selectFrom("identity_user")
    .select("id")
    .where("name", "like", `%${text.replace(/[\\%_]/g, "\\$&")}%`)
    .limit(500)
    .execute();
  return rows.map((row) => row.id as UserId);
}
