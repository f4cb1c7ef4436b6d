import type { App } from "#platform/app.ts";
import { anyOf } from "#platform/db/database.ts";
import { db, type RowAccess, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { MAIL_SCOPE, queueMail } from "../outbox.ts";
import { digestText } from "./messages.ts";
import { wayOf } from "./rules.ts";
import { findWish } from "./wishes.ts";

const AT_ONCE = 100;

/** Decides of each mail that may wait how it goes, by what its mailbox wishes. */
export async function sortMail(app: App): Promise<void> {
  while (await withRows(app.db, MAIL_SCOPE, (access) => sortSome(app, access)));
}

async function sortSome(app: App, access: RowAccess): Promise<boolean> {
  const now = app.clock.now();
  const rows = await db(access)
    .selectFrom("mail_outbox")
    .select(["area_id", "id", "recipient", "kind", "answer_by"])
    .where("way", "=", "unsorted")
    .orderBy("written_at")
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const wish = await findWish(access, row.area_id, row.recipient);
    const decided = wayOf({ kind: row.kind, answerBy: row.answer_by }, wish, now);
    await db(access)
      .updateTable("mail_outbox")
      .set({ way: decided.way, ...(decided.way === "digest" ? { next_attempt_at: decided.at } : {}) })
      .where("area_id", "=", row.area_id)
      .where("id", "=", row.id)
      .execute();
  }
  return rows.length > 0;
}

/**
 * Makes the digests that are due, one a mailbox and area. The digest and the word that its mails have gone into it are
 * one transaction: a process that dies leaves all of it undone, and a second one waits for the first.
 */
export async function bundleMail(app: App): Promise<void> {
  const now = app.clock.now();
  while (await withRows(app.db, MAIL_SCOPE, (access) => bundleOne(access, now)));
}

async function bundleOne(access: RowAccess, now: Date): Promise<boolean> {
  const due = db(access)
    .selectFrom("mail_outbox")
    .where("way", "=", "digest")
    .where("digest_id", "is", null)
    .where("next_attempt_at", "<=", now);
  const next = await due
    .select(["area_id", "recipient"])
    .orderBy("next_attempt_at")
    .limit(1)
    .executeTakeFirst();
  if (!next) return false;
  // Not skipping what another process holds: half of a mailbox's mail would become a second digest.
  const rows = await due
    .select(["id", "kind", "link", "reference", "answer_by"])
    .where("area_id", "=", next.area_id)
    .where("recipient", "=", next.recipient)
    .orderBy("written_at")
    .orderBy("id")
    .forUpdate()
    .execute();
  if (rows.length === 0) return true;
  const lines = (kind: "question" | "news") =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ link, reference, answer_by }) => ({ link, reference, answerBy: answer_by }));
  const digest = newId();
  await queueMail(
    access,
    MAIL_SCOPE.actor,
    now,
    {
      area: next.area_id,
      to: next.recipient,
      ...digestText(lines("question"), lines("news")),
      onceKey: `digest:${rows[0]!.id}`,
    },
    digest,
  );
  await db(access)
    .updateTable("mail_outbox")
    .set({ digest_id: digest })
    .where("area_id", "=", next.area_id)
    .where("id", "=", anyOf(rows.map((row) => row.id)))
    .execute();
  return true;
}
