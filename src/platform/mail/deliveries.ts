import type { App } from "#platform/app.ts";
import { anyOf } from "#platform/db/database.ts";
import { db, type RowAccess, withRows } from "#platform/db/rows.ts";
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
  const rows = await db(access)
    .selectFrom("mail_outbox as mail")
    // A mail that went into a digest fares as the digest does.
    .leftJoin("mail_outbox as digest", (join) =>
      join.onRef("digest.area_id", "=", "mail.area_id").onRef("digest.id", "=", "mail.digest_id"),
    )
    .distinctOn("mail.about")
    .select((row) => [
      "mail.about",
      "mail.recipient",
      "mail.way",
      row.fn.coalesce("digest.sent_at", "mail.sent_at").as("sent_at"),
      row.fn.coalesce("digest.undeliverable_code", "mail.undeliverable_code").as("code"),
      row.fn.coalesce("digest.attempts", "mail.attempts").as("attempts"),
    ])
    .where("mail.area_id", "=", area)
    .where("mail.about", "=", anyOf(about, "text"))
    .orderBy("mail.about")
    .orderBy("mail.written_at", "desc")
    .orderBy("mail.id", "desc")
    .execute();
  return new Map(
    rows.map((row) => [
      row.about!,
      { to: row.recipient, state: stateOf(row), code: row.code ?? "", attempts: row.attempts },
    ]),
  );
}

function stateOf(row: { way: MailWay; code: string | null; sent_at: Date | null }): Delivery["state"] {
  if (row.way === "unwanted") return "unwanted";
  if (row.code !== null) return "undeliverable";
  return row.sent_at ? "sent" : "waiting";
}

/** Says that a mail will not arrive. The first word stands; returns whether this was it. */
export async function markUndeliverable(
  access: RowAccess,
  mail: string,
  at: Date,
  code: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db(access)
    .updateTable("mail_outbox")
    .set({ undeliverable_at: at, undeliverable_code: code })
    .where("id", "=", mail)
    .where("undeliverable_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** After a restore: what waited then may have gone out since, and is not sent again by itself. Returns how many. */
export const holdBackMail = (app: Pick<App, "db" | "clock">): Promise<number> =>
  withRows(app.db, MAIL_SCOPE, async (access) => {
    const { numUpdatedRows } = await db(access)
      .updateTable("mail_outbox")
      .set({ undeliverable_at: app.clock.now(), undeliverable_code: "restored" })
      .where("sent_at", "is", null)
      .where("undeliverable_at", "is", null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
