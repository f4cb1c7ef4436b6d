import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { expect, inject } from "vitest";

/** A real SMTP server that keeps what it takes, one file a mail, so that journeys in other processes can read it. */
export async function startMailServer(): Promise<{ url: string; folder: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "yui-mail-"));
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join(",");
        count += 1;
        writeFileSync(join(folder, `${String(count).padStart(4, "0")} ${to}.eml`), Buffer.concat(chunks));
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    folder,
    stop: () =>
      new Promise((resolve) =>
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        }),
      ),
  };
}

export type TakenMail = Readonly<{ raw: string; text: string }>;

/** Waits until that address got so many mails, and gives them in order. */
export async function mailsTo(address: string, atLeast: number): Promise<TakenMail[]> {
  const folder = inject("mailFolder");
  const names = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(` ${address}.eml`))
      .sort();
  await expect.poll(() => names().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(atLeast);
  return names().map((name) => {
    const raw = readFileSync(join(folder, name), "utf8");
    return { raw, text: textOf(raw) };
  });
}

/** The first text part, decoded. */
function textOf(raw: string): string {
  const at = raw.indexOf("Content-Type: text/plain");
  const head = raw.slice(Math.max(0, raw.lastIndexOf("\r\n--", at)), raw.indexOf("\r\n\r\n", at));
  const body = raw.slice(raw.indexOf("\r\n\r\n", at) + 4).split("\r\n--")[0]!;
  if (/Transfer-Encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
