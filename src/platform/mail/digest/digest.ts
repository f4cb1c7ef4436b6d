import type { App } from "#platform/app.ts";
import { anyOf } from "#platform/db/database.ts";
import { type RowAccess, tables, withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { mailSeal, openIfWhole } from "../content.ts";
import { MAIL_SCOPE, NO_CONTENT, queueMail } from "../outbox.ts";
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
  const rows = await tables(access)
    .selectFrom("mailOutbox")
    .select(["areaId", "id", "recipient", "kind", "answerBy"])
    .where("way", "=", "unsorted")
    // One that is held may still be taken back.
    .where("nextAttemptAt", "<=", now)
    .orderBy("writtenAt")
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const wish = await findWish(access, row.areaId, row.recipient);
    const decided = wayOf({ kind: row.kind, answerBy: row.answerBy }, wish, now);
    await tables(access)
      .updateTable("mailOutbox")
      .set({
        way: decided.way,
        ...(decided.way === "digest" ? { nextAttemptAt: decided.at } : {}),
        ...(decided.way === "unwanted" ? NO_CONTENT : {}),
      })
      .where("areaId", "=", row.areaId)
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
  const due = tables(access)
    .selectFrom("mailOutbox")
    .where("way", "=", "digest")
    .where("digestId", "is", null)
    .where("body", "is", null)
    .where("nextAttemptAt", "<=", now);
  const next = await due.select(["areaId", "recipient"]).orderBy("nextAttemptAt").limit(1).executeTakeFirst();
  if (!next) return false;
  // Not skipping what another process holds: half of a mailbox's mail would become a second digest.
  const rows = await due
    .select(["id", "kind", "content", "secrets", "reference", "answerBy"])
    .where("areaId", "=", next.areaId)
    .where("recipient", "=", next.recipient)
    .orderBy("writtenAt")
    .orderBy("id")
    .forUpdate()
    .execute();
  if (rows.length === 0) return true;
  const seal = await mailSeal(access);
  const lines = (kind: "question" | "news") =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        link: openIfWhole(seal, row)?.link ?? "",
        reference: row.reference,
        answerBy: row.answerBy,
      }));
  const digest = newId();
  await queueMail(
    access,
    MAIL_SCOPE.actor,
    now,
    {
      area: next.areaId,
      to: next.recipient,
      ...digestText(lines("question"), lines("news")),
      onceKey: `digest:${rows[0]!.id}`,
    },
    digest,
  );
  await tables(access)
    .updateTable("mailOutbox")
    .set({ digestId: digest, ...NO_CONTENT })
    .where("areaId", "=", next.areaId)
    .where("id", "=", anyOf(rows.map((row) => row.id)))
    .execute();
  return true;
}
