import { Command, CommanderError } from "commander";
import { ConfigError } from "#platform/config/config.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
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

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigError || error instanceof DatabaseUnusable) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  throw error;
}
