import { z } from "zod";
import { tables } from "#platform/db/rows.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import { destroyKey, ERASED } from "#platform/sealing/data-keys.ts";
import { open, seal } from "#platform/sealing/seal.ts";
import type { Session } from "../session.schema.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";

const Held = z.object({ path: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
/** Name and value of each field, in the order they were sent. */
export type HeldForm = z.output<typeof Held>;

const COLUMN = "identity_held_form.content";
const KEPT_MS = 3_600_000;
const keptSince = (now: Date) => new Date(now.getTime() - KEPT_MS);
const keyOf = (session: string) => ({ kind: "session", id: session }) as const;

export async function insertHeldForm(
  access: SignInAccess,
  { id: sessionId, userId }: Session,
  form: HeldForm,
): Promise<string> {
  const id: string = newId();
  const content = await seal(access, keyOf(sessionId), COLUMN, id, JSON.stringify(form));
  await tables(access)
    .insertInto("identityHeldForm")
    .values({ id, userId, sessionId, content, heldAt: access.clock.now() })
    .execute();
  return id;
}

export async function findHeldForm(
  access: SignInAccess,
  userId: UserId,
  id: string,
): Promise<HeldForm | undefined> {
  const row = await tables(access)
    .selectFrom("identityHeldForm")
    .select(["sessionId", "content"])
    .where("id", "=", id)
    .where("userId", "=", userId)
    .where("heldAt", ">=", keptSince(access.clock.now()))
    .executeTakeFirst();
  const text = row && (await open(access, keyOf(row.sessionId), COLUMN, id, row.content));
  return text === undefined || text === ERASED ? undefined : Held.parse(JSON.parse(text));
}

/** The form has been sent; it and its key are deleted. */
export async function deleteHeldForm(access: SignInAccess, userId: UserId, id: string): Promise<void> {
  const rows = await tables(access)
    .deleteFrom("identityHeldForm")
    .where("id", "=", id)
    .where("userId", "=", userId)
    .returning("sessionId")
    .execute();
  await destroyKeysOf(access, rows);
}

/** Forms that were held for more than an hour. */
export async function deleteOldHeldForms(access: SignInAccess): Promise<void> {
  const rows = await tables(access)
    .deleteFrom("identityHeldForm")
    .where("heldAt", "<", keptSince(access.clock.now()))
    .returning("sessionId")
    .execute();
  await destroyKeysOf(access, rows);
}

/** The keys of these sessions, but of one that still holds another form. */
async function destroyKeysOf(
  access: SignInAccess,
  rows: readonly Readonly<{ sessionId: string }>[],
): Promise<void> {
  for (const session of new Set(rows.map(({ sessionId }) => sessionId))) {
    const other = await tables(access)
      .selectFrom("identityHeldForm")
      .select("id")
      .where("sessionId", "=", session)
      .limit(1)
      .executeTakeFirst();
    if (!other) await destroyKey(access, keyOf(session));
  }
}
