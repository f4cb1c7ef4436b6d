import { createTransport, type Transporter } from "nodemailer";
import type { App } from "#platform/app.ts";
import type { Config } from "#platform/config/config.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { markUndeliverable } from "./deliveries.ts";
import { bundleMail, sortMail } from "./digest/digest.ts";
import { holdDueMail, MAIL_SCOPE, markFailed, markSent, type OutboxMail, sealOldMail } from "./outbox.ts";
import { isMailbox, refusalOf } from "./refusals.ts";
import { messageIdOf, returnPathOf } from "./return-path.ts";

const ROUND_MS = 2_000;
const SERVER_LIMIT_MS = 20_000;
/** Bad destination mailbox address (RFC 3463). */
const NO_MAILBOX = "5.1.3";
/** Other or undefined media error (RFC 3463). */
const UNREADABLE = "5.6.0";

/**
 * Sends what is due, one mail a transaction, until nothing is. Returns how many a server has taken.
 *
 * A mail is marked in the transaction that holds it. If the process dies between the server's yes and the commit it
 * goes out again with the same Message-ID, by which mail systems fold the two into one: SMTP itself knows no better.
 */
export async function sendDueMail(app: App, transport: Transporter): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await withRows(app.db, MAIL_SCOPE, (access) => sendNext(app, transport, access));
    if (outcome === "none") return sent;
    if (outcome === "sent") sent += 1;
  }
}

async function sendNext(
  app: App,
  transport: Transporter,
  access: RowAccess,
): Promise<"sent" | "refused" | "none"> {
  const mail = await holdDueMail(access, app.clock.now());
  if (!mail) return "none";
  if (!isMailbox(mail.to)) return giveUp(app, access, mail, NO_MAILBOX);
  if (mail.unreadable) return giveUp(app, access, mail, UNREADABLE);
  try {
    await transport.sendMail(messageOf(app, mail));
  } catch (error) {
    const now = app.clock.now();
    const { code, forGood } = refusalOf(error, now.getTime() - mail.writtenAt.getTime());
    if (forGood) return giveUp(app, access, mail, code);
    app.log.warn(
      { mail: mail.id, attempts: mail.attempts + 1, reason: code },
      "mail not taken, will be tried again",
    );
    await markFailed(access, mail, now, code);
    return "refused";
  }
  await markSent(access, mail, app.clock.now());
  return "sent";
}

/** Where the mail matters a page says so and names the next step; here nobody can do anything about it. */
async function giveUp(app: App, access: RowAccess, mail: OutboxMail, code: string): Promise<"refused"> {
  app.log.warn({ mail: mail.id, reason: code }, "mail refused for good");
  await markUndeliverable(access, mail.id, app.clock.now(), code);
  return "refused";
}

function messageOf(app: App, mail: OutboxMail) {
  return {
    from: app.config.mailFrom,
    to: { name: "", address: mail.to },
    envelope: { from: returnPathOf(app.config, mail.id), to: [mail.to] },
    // Where the server knows how (RFC 3461): a mail that can't be delivered comes back with its id and without its text.
    dsn: { id: mail.id, return: "headers" as const, notify: "failure" as const, recipient: mail.to },
    subject: mail.subject,
    text: mail.body,
    messageId: messageIdOf(app.config, mail.id),
    // No answer from a holiday machine.
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: (mail.attachments ?? []).map((attachment) => ({
      filename: attachment.name,
      contentType: attachment.mediaType,
      content: attachment.text,
    })),
  };
}

export const openTransport = (smtpUrl: string): Transporter => {
  const url = new URL(smtpUrl);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(SERVER_LIMIT_MS));
  }
  return createTransport(url.href);
};

/** All that is to be done with mail now: by the wishes of its mailboxes, in digests, and out of the house. */
export async function carryMail(app: App, transport: Transporter | undefined): Promise<number> {
  await sortMail(app);
  await bundleMail(app);
  return transport ? sendDueMail(app, transport) : 0;
}

/** The round that carries mail. Without SMTP_URL nothing leaves, and the outbox shows what would be sent. */
export function mailRounds(config: Pick<Config, "smtpUrl">): readonly Round[] {
  const transport = config.smtpUrl ? openTransport(config.smtpUrl) : undefined;
  let sealed = false;
  const run = async (app: App) => {
    if (!sealed) await sealOldMail(app);
    sealed = true;
    return carryMail(app, transport);
  };
  return [{ name: "mail", everyMs: ROUND_MS, run }];
}
