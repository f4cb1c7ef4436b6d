import type { Command } from "commander";
import { type Config, readConfig } from "#platform/config/config.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { json, report } from "../command.ts";
import { bad, type Check, type Finding } from "./finding.ts";
import { browser, dataFolder, documents, engine, node, pages } from "./machine.ts";
import { proxy } from "./proxy.ts";
import { address, database, keys, mail, scanner, secret } from "./service.ts";

const CHECKS: Readonly<Record<string, Check>> = {
  Node: node,
  "database engine": engine,
  "data folder": dataFolder,
  database,
  pages,
  "fonts and PDF": documents,
  mail,
  scanner,
  address,
  proxy,
  secret,
  "master keys": keys,
  "browser for npm test": browser,
};

/** `more` holds the checks of what the platform does not know, `running` what is seen of a store that is worked with. */
export function registerDoctor(
  program: Command,
  more: Readonly<Record<string, Check>>,
  running: (config: Config) => Promise<readonly Finding[]>,
): void {
  json(program.command("doctor"))
    .description("say what is set up, what is missing, and how to mend it; changes nothing")
    .action(async (options: { json?: boolean }) => {
      const config = readConfig(process.env);
      const looked = await examine(config, { ...CHECKS, ...more });
      // A store that can't be opened has been told of already.
      const well = looked.every(({ state }) => state !== "bad");
      const findings = [...looked, ...(well ? await running(config) : [])];
      report(options, findings, asLines);
      if (findings.some((finding) => finding.state === "bad")) process.exitCode = 1;
    });
}

export async function examine(config: Config, checks: Readonly<Record<string, Check>>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, check] of Object.entries(checks)) findings.push(await found(what, check, config));
  return findings;
}

async function found(what: string, check: Check, config: Config): Promise<Finding> {
  try {
    return await check(config);
  } catch (error) {
    // A patient's check that fails is a finding too.
    if (error instanceof DatabaseUnusable) return bad(what, error.message, "see the sentence before");
    const { code, message } = error as { code?: string; message?: string };
    return bad(
      what,
      `can't be looked at (${code ?? message ?? "unknown"})`,
      "mend what stands above, then run doctor again",
    );
  }
}

const MARKS = { good: "ok  ", note: "note", bad: "BAD " } as const;

function asLines(findings: readonly Finding[]): readonly string[] {
  const width = Math.max(...findings.map((finding) => finding.what.length));
  const lines = findings.flatMap(({ what, state, found: text, mend }) => [
    `${MARKS[state]}  ${what.padEnd(width)}  ${text}`,
    ...(mend ? [`      ${" ".repeat(width)}  -> ${mend}`] : []),
  ]);
  const ill = findings.filter((finding) => finding.state === "bad").length;
  return [...lines, "", ill === 0 ? "nothing to mend" : `${ill} to mend`];
}
