import type { JSONColumnType } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { MailKind } from "./digest/rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    mail_outbox: {
      area_id: string;
      id: string;
      recipient: string;
      subject: string;
      body: string;
      attachments: JSONColumnType<MailAttachment[]>;
      once_key: string;
      written_by: string;
      written_at: Date;
      attempts: number;
      next_attempt_at: Date;
      last_error: string | null;
      sent_at: Date | null;
      about: string | null;
      undeliverable_at: Date | null;
      undeliverable_code: string | null;
      kind: MailKind;
      answer_by: Date | null;
      link: string;
      reference: string;
      way: MailWay;
      digest_id: string | null;
      letter_version: string | null;
    };
  }
}

/** Mail is carried for every area. */
export const MAIL_SCOPE = { actor: "<mail>", areas: "all" } as const;

export type MailWay = "unsorted" | "alone" | "digest" | "unwanted";
export type MailAttachment = Readonly<{ name: string; mediaType: string; text: string }>;
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
  /** What a digest shows of it: where it leads, and the number of the matter. */
  link?: string;
  reference?: string;
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

/** Puts a mail into the outbox, in the transaction of whoever decided to send it. Nothing is sent before it commits. */
export async function queueMail(
  access: RowAccess,
  by: string,
  at: Date,
  mail: Mail,
  id: string = newId(),
): Promise<void> {
  const kind = mail.kind ?? "now";
  await db(access)
    .insertInto("mail_outbox")
    .values({
      area_id: mail.area,
      id,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      attachments: JSON.stringify(mail.attachments ?? []),
      once_key: mail.onceKey,
      written_by: by,
      written_at: at,
      attempts: 0,
      next_attempt_at: at,
      last_error: null,
      sent_at: null,
      about: mail.about ?? null,
      undeliverable_at: null,
      undeliverable_code: null,
      kind,
      answer_by: mail.answerBy ?? null,
      link: mail.link ?? "",
      reference: mail.reference ?? "",
      way: kind === "now" ? "alone" : "unsorted",
      digest_id: null,
      letter_version: mail.letterVersion ?? null,
    })
    // Without naming the columns: reading them back is not what a visitor's mail may do.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** So long nobody else sends a mail that was claimed; if its sender dies, it is due again afterwards. */
export const CLAIM_MS = 120_000;

/** The next mail that is due, claimed: another sender passes it by until it is marked, or until the claim runs out. */
export async function claimDueMail(access: RowAccess, at: Date): Promise<OutboxMail | undefined> {
  const row = await db(access)
    .selectFrom("mail_outbox")
    .selectAll()
    .where("way", "=", "alone")
    .where("sent_at", "is", null)
    .where("undeliverable_at", "is", null)
    .where("next_attempt_at", "<=", at)
    .orderBy("next_attempt_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  await db(access)
    .updateTable("mail_outbox")
    .set({ next_attempt_at: new Date(at.getTime() + CLAIM_MS) })
    .where("area_id", "=", row.area_id)
    .where("id", "=", row.id)
    .execute();
  return mailOf(row);
}

export async function markSent(access: RowAccess, mail: OutboxMail, at: Date): Promise<void> {
  await db(access)
    .updateTable("mail_outbox")
    .set({ sent_at: at, attempts: mail.attempts + 1, last_error: null })
    .where("area_id", "=", mail.area)
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
  await db(access)
    .updateTable("mail_outbox")
    .set({
      attempts: mail.attempts + 1,
      next_attempt_at: new Date(at.getTime() + pauseAfter(mail.attempts + 1)),
      last_error: reason,
    })
    .where("area_id", "=", mail.area)
    .where("id", "=", mail.id)
    .execute();
}

export const pauseAfter = (attempts: number): number => Math.min(3_600_000, 15_000 * 2 ** (attempts - 1));

/** The last mails of the areas in reach, for the outbox page of the demonstration. */
export async function listMails(access: RowAccess, limit: number): Promise<OutboxMail[]> {
  const rows = await db(access)
    .selectFrom("mail_outbox")
    .selectAll()
    .orderBy("written_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(mailOf);
}

type Row = {
  area_id: string;
  id: string;
  recipient: string;
  subject: string;
  body: string;
  attachments: MailAttachment[];
  once_key: string;
  attempts: number;
  written_at: Date;
  sent_at: Date | null;
  undeliverable_code: string | null;
  way: MailWay;
  digest_id: string | null;
};

const mailOf = (row: Row): OutboxMail => ({
  area: row.area_id,
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  body: row.body,
  attachments: row.attachments,
  onceKey: row.once_key,
  attempts: row.attempts,
  writtenAt: row.written_at,
  sentAt: row.sent_at,
  undeliverable: row.undeliverable_code,
  way: row.way,
  inDigest: row.digest_id !== null,
});
