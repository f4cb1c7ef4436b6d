import type { App } from "#platform/app.ts";
import { anyOf } from "#platform/db/database.ts";
import { type RowAccess, tables, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { MAIL_SCOPE, type MailWay } from "./outbox.ts";

/** How the last mail about something fared. */
export type Delivery = Readonly<{
  to: string;
  state: "waiting" | "sent" | "undeliverable" | "unwanted";
  /** Why it can't be delivered, as a status of RFC 3463 or a reply code. */
  code: string;
  /** Handed over in vain so often, while it waits. */
  attempts: number;
}>;

/** Mail that did not arrive, or that no server has taken for a while. */
export type Undelivered = Pick<Delivery, "to" | "code"> & Readonly<{ forGood: boolean }>;

/** So often in vain is about two minutes: before that nobody has to know. */
const TRIES_BEFORE_TOLD = 4;

/** What to tell of the last mail to an address; nothing where the address was put right since. */
export function undeliveredTo(email: string, last: Delivery | undefined): Undelivered | undefined {
  if (!last || last.to !== email || ["sent", "unwanted"].includes(last.state)) return undefined;
  const forGood = last.state === "undeliverable";
  return forGood || last.attempts >= TRIES_BEFORE_TOLD
    ? { to: last.to, code: last.code, forGood }
    : undefined;
}

/** The last mail about each of these, of those about which one was written. */
export async function deliveriesOf(
  access: RowAccess,
  area: string,
  about: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  if (about.length === 0) return new Map();
  const rows = await tables(access)
    .selectFrom("mailOutbox as mail")
    // A mail that went into a digest fares as the digest does.
    .leftJoin("mailOutbox as digest", (join) =>
      join.onRef("digest.areaId", "=", "mail.areaId").onRef("digest.id", "=", "mail.digestId"),
    )
    .distinctOn("mail.about")
    .select((row) => [
      "mail.about",
      "mail.recipient",
      "mail.way",
      row.fn.coalesce("digest.sentAt", "mail.sentAt").as("sentAt"),
      row.fn.coalesce("digest.undeliverableCode", "mail.undeliverableCode").as("code"),
      row.fn.coalesce("digest.attempts", "mail.attempts").as("attempts"),
    ])
    .where("mail.areaId", "=", area as AreaId)
    .where("mail.about", "=", anyOf(about, "text"))
    .orderBy("mail.about")
    .orderBy("mail.writtenAt", "desc")
    .orderBy("mail.id", "desc")
    .execute();
  return new Map(
    rows.map((row) => [
      row.about!,
      { to: row.recipient, state: stateOf(row), code: row.code ?? "", attempts: row.attempts },
    ]),
  );
}

export type MailLine = Readonly<{
  to: string;
  subject: string;
  writtenAt: Date;
  sentAt: Date | null;
  state: Delivery["state"];
}>;

/** Every mail about these, the last first; of one that was taken back there is nothing to tell. */
export async function mailsAbout(
  access: RowAccess,
  area: string,
  about: readonly string[],
  limit: number,
): Promise<MailLine[]> {
  if (about.length === 0) return [];
  const rows = await tables(access)
    .selectFrom("mailOutbox")
    .select(["recipient", "subject", "writtenAt", "sentAt", "way", "undeliverableCode as code"])
    .where("areaId", "=", area as AreaId)
    .where("about", "=", anyOf(about, "text"))
    .orderBy("writtenAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ recipient: to, subject, writtenAt, sentAt, way, code }) => ({
    ...{ to, subject, writtenAt, sentAt, state: stateOf({ way, code, sentAt }) },
  }));
}

function stateOf(row: { way: MailWay; code: string | null; sentAt: Date | null }): Delivery["state"] {
  if (row.way === "unwanted") return "unwanted";
  if (row.code !== null) return "undeliverable";
  return row.sentAt ? "sent" : "waiting";
}

/** Says that a mail will not arrive, and forgets the secrets of its links. The first word stands; returns whether this was it. */
export async function markUndeliverable(
  access: RowAccess,
  mail: string,
  at: Date,
  code: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(access)
    .updateTable("mailOutbox")
    .set({ undeliverableAt: at, undeliverableCode: code, secrets: null })
    .where("id", "=", mail)
    .where("undeliverableAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** After a restore: what waited then may have gone out since, and is not sent again by itself. Returns how many. */
export const holdBackMail = (app: Pick<App, "db" | "clock">): Promise<number> =>
  withRows(app.db, MAIL_SCOPE, async (access) => {
    const { numUpdatedRows } = await tables(access)
      .updateTable("mailOutbox")
      .set({ undeliverableAt: app.clock.now(), undeliverableCode: "restored", secrets: null })
      .where("sentAt", "is", null)
      .where("undeliverableAt", "is", null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
