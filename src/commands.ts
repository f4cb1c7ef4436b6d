import { Command, CommanderError } from "commander";
import type { CommandPart } from "#foundation/modules/public.ts";
import { BackupUnusable } from "#platform/backup/backup-unusable.ts";
import { json, Refused, report, withApp } from "#platform/commands/command.ts";
import { ConfigError, readConfig } from "#platform/config/config.ts";
import { takeConfigFile } from "#platform/config/config-file.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { ACTION_WORDS, MODULES } from "./modules.ts";

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
const program = new Command("yui")
  .description("結 Yui: regional public health and workplace health, joined")
  .exitOverride()
  .showHelpAfterError("(--help shows what there is)");

/** How long the process may go on after the server has stopped and everything is closed. */
const LAST_WORDS_MS = 500;

/** The commands that belong to no module. */
const OWN: readonly CommandPart[] = [
  { names: ["start", "demo", "vectors"], load: async () => registerOwn },
  { names: ["migrate"], load: async () => (await import("#platform/commands/migrate.ts")).registerMigrate },
  {
    names: ["backup", "restore"],
    async load() {
      const { registerBackup } = await import("#platform/commands/backup.ts");
      const { BACKUP_PARTS } = await import("./backup.ts");
      return (to) => registerBackup(to, BACKUP_PARTS);
    },
  },
  { names: ["move"], load: async () => (await import("#platform/commands/move.ts")).registerMove },
  { names: ["retention"], load: async () => (await import("./retention.ts")).registerRetention },
  { names: ["search"], load: async () => (await import("./search.ts")).registerSearch },
  { names: ["bundle"], load: async () => (await import("./exchange.ts")).registerBundles },
  { names: ["keys"], load: async () => (await import("#platform/commands/keys.ts")).registerKeys },
  { names: ["mail"], load: async () => (await import("#platform/commands/mail.ts")).registerMail },
  {
    names: ["doctor"],
    async load() {
      const { registerDoctor } = await import("#platform/commands/doctor/doctor.ts");
      const { noAccountsToTry } = await import("./demonstration.ts");
      const { seenRunning } = await import("#foundation/operation/api.server.ts");
      return (to) => registerDoctor(to, { "demonstration accounts": noAccountsToTry }, seenRunning);
    },
  },
];

function registerOwn(to: Command): void {
  to.command("start")
    .description("serve the pages; loads the demonstration areas into an empty store")
    .action(async () => {
      await (await import("./start.ts")).start();
      // A mail server that does not answer keeps its connection open, and the open connection keeps the process running.
      setTimeout(() => process.exit(), LAST_WORDS_MS).unref();
    });
  json(to.command("demo").description("the demonstration areas").command("load"))
    .description("load areas, organisations, accounts and facts to try; what stands already stays")
    .action(async (options: { json?: boolean }) => {
      if (readConfig(process.env).mode === "production")
        throw new Refused("A production store takes no demonstration data; leave YUI_MODE unset to try Yui.");
      const { loadDemonstration } = await import("./demonstration.ts");
      const loaded = await withApp(loadDemonstration);
      report(options, { loaded }, () => loaded.map((name) => `loaded ${name}`));
    });
  json(to.command("vectors"))
    .description("run the statistics against vectors of other people's results")
    .argument("<dir>", "folder of vector files")
    .action(async (folder: string, options: { json?: boolean }) => {
      const { vectorsCommand } = await import("../packages/healthstats/vectors/command.ts");
      process.exitCode = await vectorsCommand(folder, options);
    });
}

/** Only the part that is asked for is loaded: all of them take longer than most commands. */
async function registerParts(asked: string | undefined): Promise<void> {
  const parts = [...OWN, ...MODULES.flatMap((module) => module.commands ?? [])];
  const meant = parts.filter(({ names }) => asked !== undefined && names.includes(asked));
  // Help and unknown words want the whole list.
  for (const { load } of meant.length > 0 ? meant : parts) (await load())(program, ACTION_WORDS);
}

// `yui … | head` ends the reader first, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  takeConfigFile(process.env);
  await registerParts(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const sentence = expected(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/** The sentence of a failure that is nobody's bug. */
function expected(error: unknown): string | undefined {
  if (
    error instanceof Refused ||
    error instanceof ConfigError ||
    error instanceof DatabaseUnusable ||
    error instanceof BackupUnusable
  )
    return error.message;
  const { code, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall !== "listen") return undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program; stop that one, or set PORT to another number.`;
  if (code === "EACCES") return `This user may not serve on port ${port}; set PORT to 1024 or more.`;
  return `The address can't be served (${code}); check HOST and PORT.`;
}
