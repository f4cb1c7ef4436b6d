import { createTransport, type Transporter } from "nodemailer";
import type { App } from "#platform/app.ts";
import type { Config } from "#platform/config/config.ts";
import { isLoopback } from "#platform/config/loopback.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { markUndeliverable } from "./deliveries.ts";
import { bundleMail, sortMail } from "./digest/digest.ts";
import { htmlOf } from "./html.ts";
import { claimDueMail, MAIL_SCOPE, markFailed, markSent, type OutboxMail, sealOldMail } from "./outbox.ts";
import { isMailbox, refusalOf } from "./refusals.ts";
import { messageIdOf, returnPathOf } from "./return-path.ts";

const ROUND_MS = 2_000;
const SERVER_LIMIT_MS = 20_000;
/** All steps of one mail together; shorter than its claim. */
const HAND_OVER_LIMIT_MS = 60_000;
/** Bad destination mailbox address (RFC 3463). */
const NO_MAILBOX = "5.1.3";
/** Other or undefined media error (RFC 3463). */
const UNREADABLE = "5.6.0";

/**
 * Sends what is due, one mail after the other, until nothing is or the process stops. Returns how many a server has taken.
 *
 * A mail is claimed in one transaction, sent in none, and marked in another: however long a server takes, nothing waits
 * for it but the mail behind. If the process dies between the server's yes and the mark, the claim runs out and the mail
 * goes out again with the same Message-ID, by which mail systems fold the two into one: SMTP itself knows no better.
 */
export async function sendDueMail(app: App, transport: Transporter, stopping?: AbortSignal): Promise<number> {
  let sent = 0;
  while (!stopping?.aborted) {
    const mail = await withRows(app.db, MAIL_SCOPE, (access) => claimDueMail(access, app.clock.now()));
    if (!mail) break;
    const failed = !isMailbox(mail.to)
      ? { code: NO_MAILBOX, forGood: true }
      : mail.unreadable
        ? { code: UNREADABLE, forGood: true }
        : await handOver(transport, messageOf(app, mail), stopping);
    await withRows(app.db, MAIL_SCOPE, (access) => mark(app, access, mail, failed));
    if (!failed) sent += 1;
  }
  return sent;
}

type Failed = Readonly<{ error: unknown }> | Readonly<{ code: string; forGood: boolean }>;

/** Undefined where the server took it. One that does not answer is left alone after a while, or when the process stops. */
async function handOver(
  transport: Transporter,
  message: ReturnType<typeof messageOf>,
  stopping?: AbortSignal,
): Promise<Failed | undefined> {
  const limit = AbortSignal.any([AbortSignal.timeout(HAND_OVER_LIMIT_MS), ...(stopping ? [stopping] : [])]);
  const givenUp = new Promise<Failed>((resolve) => {
    limit.addEventListener("abort", () => resolve({ code: "ETIMEDOUT", forGood: false }), { once: true });
  });
  const taken = transport.sendMail(message).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return Promise.race([taken, givenUp]);
}

async function mark(
  app: App,
  access: RowAccess,
  mail: OutboxMail,
  failed: Failed | undefined,
): Promise<void> {
  const now = app.clock.now();
  if (!failed) return markSent(access, mail, now);
  const { code, forGood } =
    "error" in failed ? refusalOf(failed.error, now.getTime() - mail.writtenAt.getTime()) : failed;
  if (forGood) {
    // Where the mail matters a page says so and names the next step; here nobody can do anything about it.
    app.log.warn({ mail: mail.id, reason: code }, "mail refused for good");
    await markUndeliverable(access, mail.id, now, code);
    return;
  }
  app.log.warn(
    { mail: mail.id, attempts: mail.attempts + 1, reason: code },
    "mail not taken, will be tried again",
  );
  await markFailed(access, mail, now, code);
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
    html: htmlOf(mail.body),
    messageId: messageIdOf(app.config, mail.id),
    // No answer from a holiday machine.
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(mail.leave ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
    ...(mail.leave ? { list: { unsubscribe: mail.leave } } : {}),
    attachments: (mail.attachments ?? []).map((attachment) => ({
      filename: attachment.name,
      contentType: attachment.mediaType,
      content: attachment.text,
    })),
  };
}

/**
 * The way to the mail server. Over a network the mail is encrypted, or not sent at all: a server that offers no TLS is
 * used where the address says so (`?ignoreTLS=true`).
 */
export const openTransport = (smtpUrl: string, limitMs = SERVER_LIMIT_MS): Transporter => {
  const url = new URL(smtpUrl);
  if (url.protocol === "smtp:" && !isLoopback(url.hostname) && !url.searchParams.has("ignoreTLS"))
    url.searchParams.set("requireTLS", "true");
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(limitMs));
  }
  return createTransport(url.href);
};

/** All that is to be done with mail now: by the wishes of its mailboxes, in digests, and out of the house. */
export async function carryMail(
  app: App,
  transport: Transporter | undefined,
  stopping?: AbortSignal,
): Promise<number> {
  await sortMail(app);
  await bundleMail(app);
  return transport ? sendDueMail(app, transport, stopping) : 0;
}

/** The round that carries mail. Without SMTP_URL nothing leaves, and the outbox shows what would be sent. */
export function mailRounds(config: Pick<Config, "smtpUrl">): readonly Round[] {
  const transport = config.smtpUrl ? openTransport(config.smtpUrl) : undefined;
  let sealed = false;
  const run: Round["run"] = async (app, stopping) => {
    if (!sealed) await sealOldMail(app);
    sealed = true;
    return carryMail(app, transport, stopping);
  };
  return [{ name: "mail", everyMs: ROUND_MS, run }];
}
