import { db } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { SignInAccess } from "../scope.store.server.ts";

/** Name and value of each field, in the order they were sent. */
export type HeldForm = Readonly<{ path: string; fields: readonly (readonly [string, string])[] }>;

declare module "#platform/db/database.ts" {
  interface Tables {
    identity_held_form: { id: string; user_id: string; path: string; fields: unknown; held_at: Date };
  }
}

const KEPT_MS = 3_600_000;

export async function insertHeldForm(
  access: SignInAccess,
  userId: string,
  form: HeldForm,
  now: Date,
): Promise<string> {
  const id: string = newId();
  await db(access)
    .deleteFrom("identity_held_form")
    .where("held_at", "<", new Date(now.getTime() - KEPT_MS))
    .execute();
  await db(access)
    .insertInto("identity_held_form")
    .values({ id, user_id: userId, path: form.path, fields: JSON.stringify(form.fields), held_at: now })
    .execute();
  return id;
}

export async function findHeldForm(
  access: SignInAccess,
  userId: string,
  id: string,
  now: Date,
): Promise<HeldForm | undefined> {
  const row = await db(access)
    .selectFrom("identity_held_form")
    .select(["path", "fields"])
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("held_at", ">=", new Date(now.getTime() - KEPT_MS))
    .executeTakeFirst();
  return row && { path: row.path, fields: row.fields as HeldForm["fields"] };
}
