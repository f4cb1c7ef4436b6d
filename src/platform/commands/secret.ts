import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Refused } from "./command.ts";

/** A secret from the person at the terminal, not shown, or the first line of standard input. */
export async function readSecret(question: string, fromStandardInput: boolean): Promise<string> {
  if (fromStandardInput) return firstLine();
  if (!process.stdin.isTTY)
    throw new Refused("There is no terminal to ask for the password; give it with --password-stdin.");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    process.stderr.write(question);
    const secret = await terminal.question("");
    process.stderr.write("\n");
    return secret;
  } finally {
    terminal.close();
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return "";
}
