import type { Command } from "commander";
import type { App } from "#platform/app.ts";
import type { Refusal, Result } from "#platform/kernel/result.ts";
import { openLog } from "#platform/log.ts";
import { openApp } from "#platform/open-app.ts";

/** A command that was understood and not done. The message is what the person reads; the exit code is 1. */
export class Refused extends Error {}

/** Opens the app for one command and closes it after, also when the command fails. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const { app, close } = await openApp(openLog("warn", "stderr"));
  try {
    return await work(app);
  } finally {
    await close();
  }
}

/** The value of a result; a refusal ends the command with its sentence. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(sentence(result.error));
}

/** A refusal in words, one line for each field. */
export function sentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case "forbidden":
      return "This is not allowed.";
    case "not-found":
      return `There is no ${refusal.what}.`;
    case "conflict":
      return refusal.message;
    case "overtaken":
      return "Somebody else saved this first.";
    case "question":
      return Object.values(refusal.fields).flat().join("\n");
    case "invalid": {
      const fields = Object.entries(refusal.fields).map(([field, why]) => `${field}: ${why.join(" ")}`);
      return [...(refusal.message ? [refusal.message] : []), ...fields].join("\n");
    }
  }
}

/** Gives a command that reports something its `--json`. */
export const json = (command: Command): Command => command.option("--json", "print as JSON");

/** Prints what a command found: as JSON where asked for, else as lines. */
export function report<T>(
  options: Readonly<{ json?: boolean }>,
  value: T,
  lines: (value: T) => readonly string[],
): void {
  const text = options.json ? JSON.stringify(value, null, 2) : lines(value).join("\n");
  if (text !== "") process.stdout.write(`${text}\n`);
}
