import { createTransport, type Transporter } from "nodemailer";
import type { App } from "#platform/app.ts";
import type { Config } from "#platform/config/config.ts";
import { inTransaction, type Tx } from "#platform/db/database.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { holdDueMail, markFailed, markSent, type OutboxMail } from "./outbox.ts";

const SCOPE = { actor: "<mail>", areas: "all" } as const;
const ROUND_MS = 2_000;
const SERVER_LIMIT_MS = 20_000;

/**
 * Sends what is due, one mail a transaction, until nothing is. Returns how many a server has taken.
 *
 * A mail is marked in the transaction that holds it. If the process dies between the server's yes and the commit it
 * goes out again with the same Message-ID, by which mail systems fold the two into one: SMTP itself knows no better.
 */
export async function sendDueMail(app: App, transport: Transporter): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await inTransaction(app.db, SCOPE, (tx) => sendNext(app, transport, tx));
    if (outcome === "none") return sent;
    if (outcome === "sent") sent += 1;
  }
}

async function sendNext(app: App, transport: Transporter, tx: Tx): Promise<"sent" | "failed" | "none"> {
  const mail = await holdDueMail(tx, app.clock.now());
  if (!mail) return "none";
  try {
    await transport.sendMail(messageOf(app, mail));
  } catch (error) {
    const reason = reasonOf(error);
    app.log.warn(
      { mail: mail.id, attempts: mail.attempts + 1, reason },
      "mail not taken, will be tried again",
    );
    await markFailed(tx, mail, app.clock.now(), reason);
    return "failed";
  }
  await markSent(tx, mail, app.clock.now());
  return "sent";
}

function messageOf(app: App, mail: OutboxMail) {
  return {
    from: app.config.mailFrom,
    to: mail.to,
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}@${new URL(app.config.origin).hostname}>`,
    // No answer from a holiday machine.
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: (mail.attachments ?? []).map((attachment) => ({
      filename: attachment.name,
      contentType: attachment.mediaType,
      content: attachment.text,
    })),
  };
}

/** The server's code alone: its sentence may quote the address. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(" ") || "unknown";
}

export const openTransport = (smtpUrl: string): Transporter => {
  const url = new URL(smtpUrl);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(SERVER_LIMIT_MS));
  }
  return createTransport(url.href);
};

/** The round that sends what is due. Without SMTP_URL there is none, and the outbox shows what would be sent. */
export function mailRounds(config: Pick<Config, "smtpUrl">): readonly Round[] {
  if (!config.smtpUrl) return [];
  const transport = openTransport(config.smtpUrl);
  return [{ name: "mail", everyMs: ROUND_MS, run: (app) => sendDueMail(app, transport) }];
}
