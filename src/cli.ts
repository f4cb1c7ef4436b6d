import { Command, CommanderError } from "commander";
import { registerIndicators } from "#evidence/indicators/cli.ts";
import { registerAreas } from "#foundation/areas/cli.ts";
import { registerAudit } from "#foundation/audit/cli.ts";
import { registerIdentity } from "#foundation/identity/cli.ts";
import { registerOrganisations } from "#foundation/organisations/cli.ts";
import { json, Refused, report, withApp } from "#platform/commands/command.ts";
import { registerDoctor } from "#platform/commands/doctor/doctor.ts";
import { registerMigrate } from "#platform/commands/migrate.ts";
import { ConfigError, readConfig } from "#platform/config/config.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { registerCouncils } from "#programmes/councils/cli.ts";
import { ACTION_WORDS } from "./audit-words.ts";
import { loadDemonstration, noAccountsToTry } from "./demonstration.ts";
import { start } from "./start.ts";

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
const program = new Command("yui")
  .description("結 Yui: regional public health and workplace health, joined")
  .exitOverride()
  .showHelpAfterError("(--help shows what there is)");

program
  .command("start")
  .description("serve the pages; loads the demonstration areas into an empty store")
  .action(start);
registerMigrate(program);
json(program.command("demo").description("the demonstration areas").command("load"))
  .description("load areas, organisations, accounts and facts to try; what stands already stays")
  .action(async (options: { json?: boolean }) => {
    if (readConfig(process.env).mode === "production")
      throw new Refused("A production store takes no demonstration data; leave YUI_MODE unset to try Yui.");
    const loaded = await withApp(loadDemonstration);
    report(options, { loaded }, () => loaded.map((name) => `loaded ${name}`));
  });
registerIdentity(program);
registerAudit(program, ACTION_WORDS);
registerAreas(program);
registerOrganisations(program);
registerIndicators(program);
registerCouncils(program);
registerDoctor(program, { "demonstration accounts": noAccountsToTry });
json(program.command("vectors"))
  .description("run the statistics against vectors of other people's results")
  .argument("<dir>", "folder of vector files")
  .action(async (folder: string, options: { json?: boolean }) => {
    const { vectorsCommand } = await import("../packages/healthstats/vectors/command.ts");
    process.exitCode = await vectorsCommand(folder, options);
  });

// `yui … | head` ends the reader first, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
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
  if (error instanceof Refused || error instanceof ConfigError || error instanceof DatabaseUnusable)
    return error.message;
  const { code, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall !== "listen") return undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program; stop that one, or set PORT to another number.`;
  if (code === "EACCES") return `This user may not serve on port ${port}; set PORT to 1024 or more.`;
  return `The address can't be served (${code}); check HOST and PORT.`;
}
