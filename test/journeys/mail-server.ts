import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { refusal, startSmtp, textOf } from "#test/smtp.ts";
import { changeDatabase } from "./database.ts";

/** An address of which the server says that there is no such mailbox. */
export const GONE = "gone@iwami-yogyosho.example";

/** A real SMTP server that keeps what it takes, one file a mail, so that journeys in other processes can read it. */
export async function startMailServer(): Promise<{ url: string; folder: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "yui-mail-"));
  let count = 0;
  const { url, stop } = await startSmtp({
    recipient: (address) => {
      if (address === GONE) throw refusal(550, "5.1.1 no such user");
    },
    async answer({ raw, to }) {
      count += 1;
      writeFileSync(join(folder, `${String(count).padStart(4, "0")} ${to.join(",")}.eml`), raw);
    },
  });
  return {
    url,
    folder,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TakenMail = Readonly<{ raw: string; text: string }>;

/** Mails that wait a minute, so that they can be taken back, are sent now. */
const sendHeldMails = () =>
  changeDatabase(
    "update mail_outbox set next_attempt_at = written_at where next_attempt_at > written_at and attempts = 0 and sent_at is null",
  );

/** Waits until that address got so many mails, and gives them in order. */
export async function mailsTo(address: string, atLeast: number, that = /(?:)/): Promise<TakenMail[]> {
  const folder = inject("mailFolder");
  const mails = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(` ${address}.eml`))
      .sort()
      .map((name) => {
        const raw = readFileSync(join(folder, name), "utf8");
        return { raw, text: textOf({ raw }) };
      })
      .filter(({ text }) => that.test(text));
  const come = async () => {
    if (mails().length < atLeast) await sendHeldMails();
    return mails().length;
  };
  await expect.poll(come, { timeout: 20_000, interval: 500 }).toBeGreaterThanOrEqual(atLeast);
  return mails();
}
