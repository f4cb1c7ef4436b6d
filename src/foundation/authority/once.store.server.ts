import { type Generated, sql } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    sent_once: {
      area_id: string;
      key: string;
      command: string;
      actor: string;
      content: Generated<string>;
      at: Date;
      answer: unknown;
    };
  }
}

/** Keeps the key of a form that was sent. False where it was sent before: then the first one has ended by now. */
export async function insertSentOnce(
  access: RowAccess,
  sent: Readonly<{ areaId: string; key: string; command: string; content: string; actor: string; at: Date }>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(access)
    .insertInto("sent_once")
    .values({
      area_id: sent.areaId,
      key: sent.key,
      command: sent.command,
      content: sent.content,
      actor: sent.actor,
      at: sent.at,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "key"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateAnswer(
  access: RowAccess,
  areaId: string,
  key: string,
  answer: unknown,
): Promise<void> {
  await db(access)
    .updateTable("sent_once")
    .set({ answer: sql`${JSON.stringify(answer ?? null)}::jsonb` })
    .where("area_id", "=", areaId)
    .where("key", "=", key)
    .execute();
}

/** What the command answered when the form came first; undefined where the key was another command's, actor's or text's. */
export async function findAnswer(
  access: RowAccess,
  sent: Readonly<{ areaId: string; key: string; command: string; content: string }>,
): Promise<{ answer: unknown } | undefined> {
  return db(access)
    .selectFrom("sent_once")
    .select("answer")
    .where("area_id", "=", sent.areaId)
    .where("key", "=", sent.key)
    .where("command", "=", sent.command)
    .where("content", "=", sent.content)
    .executeTakeFirst();
}

export async function deleteSentBefore(access: RowAccess, before: Date): Promise<void> {
  await db(access).deleteFrom("sent_once").where("at", "<", before).execute();
}
