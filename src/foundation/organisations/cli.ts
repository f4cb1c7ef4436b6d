import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { type ImportReport, LONGEST_FILE_BYTES } from "./import/schema.ts";
import { checkImport, importOrganisations } from "./import/usecases.server.ts";

type Options = Readonly<{ dryRun?: boolean; goodRowsOnly?: boolean; json?: boolean }>;

const SHOWN = 50;

/** `yui import organisations FILE`; the word `import` is shared with other modules. */
export function registerOrganisations(program: Command): void {
  const parent =
    program.commands.find((command) => command.name() === "import") ??
    program.command("import").description("bring in facts and lists from files");
  json(parent.command("organisations"))
    .description("organisations from a CSV file")
    .argument("<file>", "CSV or tab-separated, UTF-8, CP932 or UTF-16")
    .option("--dry-run", "only tell what would change")
    .option("--good-rows-only", "take the good rows though others have to be mended")
    .action(async (file: string, options: Options) => {
      const bytes = await bytesOf(file);
      const done = await withApp(async (app) => {
        await loadReferenceAreas(app);
        const take = options.dryRun ? checkImport : importOrganisations;
        const input = { file: new Blob([bytes]), rows: options.goodRowsOnly ? "good" : "all" };
        return orRefuse(await take(app, service("cli"), {}, input)).report;
      });
      report(options, done, lines);
      // Nothing was taken, or not all of it: scripts must see that.
      if (done.errors.length > 0) process.exitCode = 1;
    });
}

async function bytesOf(file: string): Promise<Buffer<ArrayBuffer>> {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`);
  const { size } = await stat(file);
  if (size > LONGEST_FILE_BYTES) throw new Refused(`${file} is larger than 5 MB; split it.`);
  return readFile(file);
}

function lines(done: ImportReport): string[] {
  const taken = done.applied ? "taken" : done.errors.length > 0 ? "nothing was changed" : "dry run";
  return [
    `${done.rows} rows: ${done.inserted} new, ${done.updated} changed, ${done.unchanged} as they were, ${done.rejectedRows} to mend (${taken})`,
    ...done.errors
      .slice(0, SHOWN)
      .map((error) => `line ${error.line}, ${error.column}, "${error.value}": ${error.mend}`),
    ...(done.errors.length > SHOWN ? [`and ${done.errors.length - SHOWN} more`] : []),
  ];
}
