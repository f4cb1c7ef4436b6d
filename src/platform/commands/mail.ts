import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import type { Bounce } from "#platform/mail/bounces.ts";
import { json, Refused, report, withApp } from "./command.ts";

/** The headers and the report stand first; what a server appends after so much is the mail itself. */
const LONGEST_BYTES = 4 * 1024 * 1024;
/** EX_TEMPFAIL of sysexits: the mail server keeps what it handed over and comes again. */
const COME_AGAIN = 75;

const SENTENCES: Readonly<Record<Bounce, string>> = {
  noted: "noted: the mail did not arrive",
  known: "known already",
  delayed: "delayed: the other server is still trying",
  unknown: "a report on a mail that is not in this store",
  none: "no delivery report",
};

/** `yui mail`: what a mail server hands in. */
export function registerMail(program: Command): void {
  json(program.command("mail").description("what the mail server hands in").command("bounced"))
    .description(
      "take a mail that came back (RFC 3464); for an alias of the mail server, from standard input",
    )
    .argument("[file]", "the mail as it came, or - for standard input", "-")
    .action(async (file: string, options: { json?: boolean }) => {
      const raw = await firstBytes(file);
      try {
        const { takeBounce } = await import("#platform/mail/bounces.ts");
        const bounce = await withApp((app) => takeBounce(app, raw));
        report(options, { bounce }, () => [SENTENCES[bounce]]);
      } catch (error) {
        if (!(error instanceof DatabaseUnusable)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = COME_AGAIN;
      }
    });
}

/** The beginning of a mail; the rest is read and let go, so that who writes into the pipe is not cut off. */
async function firstBytes(file: string): Promise<Buffer> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (length < LONGEST_BYTES) chunks.push(chunk);
      length += chunk.length;
    }
  } catch (error) {
    throw new Refused(`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_BYTES);
}
