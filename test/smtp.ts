import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerAddress, type SMTPServerOptions } from "smtp-server";

/** What a real SMTP server took: the envelope, and the mail as it came. */
export type TakenMail = Readonly<{ from: string; to: readonly string[]; raw: string; args: unknown }>;
export type Smtp = Readonly<{ url: string; port: number; taken: TakenMail[]; stop(): Promise<void> }>;

/**
 * A real SMTP server. `answer` is asked before a mail that has come in full is accepted: it may throw a refusal, or
 * wait for ever; `recipient` may refuse an address.
 */
export async function startSmtp({
  port = 0,
  answer = async () => {},
  recipient = () => {},
  options = {},
}: {
  port?: number;
  answer?: (mail: TakenMail) => Promise<void>;
  recipient?: (address: string) => void;
  options?: SMTPServerOptions;
} = {}): Promise<Smtp> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      try {
        recipient(address);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom as SMTPServerAddress;
        const mail = {
          from: from.address,
          to: envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString("utf8"),
          args: from.args,
        };
        answer(mail).then(() => {
          taken.push(mail);
          done();
        }, done);
      });
    },
    ...options,
  });
  // A client that was killed in the middle is what some tests are about.
  server.on("error", () => undefined);
  const listener = server.listen(port, "127.0.0.1");
  await once(listener, "listening");
  const bound = (listener.address() as AddressInfo).port;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${bound}`, port: bound, taken, stop };
}

/** A server's refusal with its code, as it goes over the wire. */
export const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** The first text part, decoded. */
export function textOf({ raw }: Pick<TakenMail, "raw">): string {
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
