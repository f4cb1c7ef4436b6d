import type { Command } from "commander";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { json, report } from "./command.ts";

export function registerMigrate(program: Command): void {
  json(program.command("migrate"))
    .description("bring the database to this version's tables (start does it too)")
    .action(async (options: { json?: boolean }) => {
      const { applied, close } = await openConfigured(readConfig(process.env));
      await close();
      report(options, { applied }, () =>
        applied.length === 0 ? ["nothing to do"] : applied.map((name) => `applied ${name}`),
      );
    });
}
