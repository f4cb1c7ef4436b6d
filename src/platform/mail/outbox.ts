import type { Selectable } from "kysely";
import type { App } from "#platform/app.ts";
import { db, type RowAccess, tables, withRows } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { type MailAttachment, type MailContent, mailSeal, openIfWhole, sealMail } from "./content.ts";
import type { MailKind } from "./digest/rules.ts";

export type { MailAttachment } from "./content.ts";

/** Mail is carried for every area. */
export const MAIL_SCOPE = { actor: "<mail>", areas: "all" } as const;

export type MailWay = "unsorted" | "alone" | "digest" | "unwanted";
export type Mail = Readonly<{
  area: string;
  to: string;
  subject: string;
  body: string;
  attachments?: readonly MailAttachment[];
  /** Two mails of an area with the same key are one: `invitation:<meeting>:<member>:1`. */
  onceKey: string;
  /** What it is about, so that the module can ask whether the last mail about it arrived. */
  about?: string;
  /** Whether it may wait for the digest of a mailbox that wants one; by default it goes out now. */
  kind?: MailKind;
  /** Until when a question wants its answer. */
  answerBy?: Date | null;
  /** Whom it reaches, as the preview of a deed says it. */
  name?: string;
  /** It waits a minute, so that the deed that wrote it can be undone. */
  held?: boolean;
  /** What a digest shows of it: where it leads, and the number of the matter. */
  link?: string;
  reference?: string;
  /** Where a mail program ends such mails for its reader by itself (RFC 8058). */
  leave?: string;
  /** Which version of a letter's text it was filled from. */
  letterVersion?: string;
}>;
export type OutboxMail = Mail &
  Readonly<{
    id: string;
    attempts: number;
    writtenAt: Date;
    sentAt: Date | null;
    undeliverable: string | null;
    way: MailWay;
    inDigest: boolean;
  }>;

/** Nothing of what a mail said: it has gone, or never will. */
export const NO_CONTENT = {
  content: null,
  secrets: null,
  body: null,
  attachments: null,
  link: null,
} as const;

/** So long a mail that is held waits. */
export const HELD_MS = 60_000;

const watched = new WeakMap<object, Mail[]>();

/** Has every mail of this transaction noted in that list, for a preview of what would go out. */
export const watchMail = (access: RowAccess, mails: Mail[]): void => void watched.set(db(access), mails);

/** Puts a mail into the outbox, in the transaction of whoever decided to send it. Nothing is sent before it commits. */
export async function queueMail(
  access: RowAccess,
  by: string,
  at: Date,
  mail: Mail,
  id: string = newId(),
): Promise<void> {
  watched.get(db(access))?.push(mail);
  const kind = mail.kind ?? "now";
  const { body, attachments = [], link = "", leave = "" } = mail;
  await tables(access)
    .insertInto("mailOutbox")
    .values({
      areaId: mail.area as AreaId,
      id,
      recipient: mail.to,
      subject: mail.subject,
      ...sealMail(await mailSeal(access), id, { body, attachments, link, leave }),
      onceKey: mail.onceKey,
      writtenBy: by,
      writtenAt: at,
      nextAttemptAt: mail.held ? new Date(at.getTime() + HELD_MS) : at,
      about: mail.about ?? null,
      kind,
      answerBy: mail.answerBy ?? null,
      reference: mail.reference ?? "",
      way: kind === "now" ? "alone" : "unsorted",
      letterVersion: mail.letterVersion ?? null,
    })
    // Without naming the columns: reading them back is not what a visitor's mail may do.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** So long nobody else sends a mail that was claimed; if its sender dies, it is due again afterwards. */
export const CLAIM_MS = 120_000;

/**
 * The next mail that is due, claimed: another sender passes it by until it is marked, or until the claim runs out.
 * `unreadable` where what it says opens no more.
 */
export async function claimDueMail(
  access: RowAccess,
  at: Date,
): Promise<(OutboxMail & { unreadable: boolean }) | undefined> {
  const row = await tables(access)
    .selectFrom("mailOutbox")
    .selectAll()
    .where("way", "=", "alone")
    .where("sentAt", "is", null)
    .where("undeliverableAt", "is", null)
    .where("body", "is", null)
    .where("nextAttemptAt", "<=", at)
    .orderBy("nextAttemptAt")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  await tables(access)
    .updateTable("mailOutbox")
    .set({ nextAttemptAt: new Date(at.getTime() + CLAIM_MS) })
    .where("areaId", "=", row.areaId)
    .where("id", "=", row.id)
    .execute();
  const content = openIfWhole(await mailSeal(access), row);
  return { ...mailOf(row, content), unreadable: content === undefined };
}

/** Empties the text of a mail that a server has accepted. */
export async function markSent(access: RowAccess, mail: OutboxMail, at: Date): Promise<void> {
  await tables(access)
    .updateTable("mailOutbox")
    .set({ sentAt: at, attempts: mail.attempts + 1, lastError: null, ...NO_CONTENT })
    .where("areaId", "=", mail.area as AreaId)
    .where("id", "=", mail.id)
    .execute();
}

/** A server that is down comes back: the pauses grow to an hour, and no mail is given up for it. */
export async function markFailed(
  access: RowAccess,
  mail: OutboxMail,
  at: Date,
  reason: string,
): Promise<void> {
  await tables(access)
    .updateTable("mailOutbox")
    .set({
      attempts: mail.attempts + 1,
      nextAttemptAt: new Date(at.getTime() + pauseAfter(mail.attempts + 1)),
      lastError: reason,
    })
    .where("areaId", "=", mail.area as AreaId)
    .where("id", "=", mail.id)
    .execute();
}

export const pauseAfter = (attempts: number): number => Math.min(3_600_000, 15_000 * 2 ** (attempts - 1));

/**
 * The last mails of the areas in reach. What waits or did not arrive can be read, without the secrets of its links: those
 * are shown in the demonstration alone, where the outbox stands in for everybody's mailbox.
 */
export async function listMails(
  access: RowAccess,
  limit: number,
  { links = false }: Readonly<{ links?: boolean }> = {},
): Promise<OutboxMail[]> {
  const rows = await tables(access)
    .selectFrom("mailOutbox")
    .selectAll()
    .orderBy("writtenAt", "desc")
    .limit(limit)
    .execute();
  const seal = await mailSeal(access);
  return rows.map((row) => mailOf(row, openIfWhole(seal, row, { links })));
}

const SEALED_AT_ONCE = 100;

/** Seals what was written before mail was sealed and still waits. */
export async function sealOldMail(app: App): Promise<void> {
  while (await withRows(app.db, MAIL_SCOPE, sealSome));
}

async function sealSome(access: RowAccess): Promise<boolean> {
  const rows = await tables(access)
    .selectFrom("mailOutbox")
    .select(["id", "body", "attachments", "link"])
    .where("body", "is not", null)
    .limit(SEALED_AT_ONCE)
    .forUpdate()
    .execute();
  if (rows.length === 0) return false;
  const seal = await mailSeal(access);
  for (const { id, body, attachments, link } of rows) {
    const files = (attachments ?? []) as readonly MailAttachment[];
    const content = { body: body ?? "", link: link ?? "", attachments: files };
    await tables(access)
      .updateTable("mailOutbox")
      .set({ ...NO_CONTENT, ...sealMail(seal, id, content) })
      .where("id", "=", id)
      .execute();
  }
  return true;
}

const mailOf = (
  row: Selectable<CamelTables["mailOutbox"]>,
  { body, attachments, link, leave }: MailContent = { body: "", attachments: [], link: "" },
): OutboxMail => ({
  area: row.areaId,
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  body,
  attachments,
  link,
  ...(leave ? { leave } : {}),
  onceKey: row.onceKey,
  attempts: row.attempts,
  writtenAt: row.writtenAt,
  sentAt: row.sentAt,
  undeliverable: row.undeliverableCode,
  way: row.way,
  inDigest: row.digestId !== null,
});
