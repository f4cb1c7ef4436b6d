import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION } from "#foundation/areas/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import type { RowChanges } from "#platform/tables/column-table.ts";
import type { ImportBatch, RejectedRow } from "#platform/tables/import.ts";
import { FILL_ZERO } from "./import/rules.ts";
import { importOrganisations, readOrganisationImport } from "./import/usecases.server.ts";

type Options = Readonly<{
  dryRun?: boolean;
  goodRowsOnly?: boolean;
  sector?: string;
  area?: string;
  fillZero?: boolean;
  json?: boolean;
}>;

const CLI = service("cli");
const SHOWN = 50;

/** `yui import organisations FILE`; the word `import` is shared with other modules. */
export function registerOrganisations(program: Command): void {
  const parent =
    program.commands.find((command) => command.name() === "import") ??
    program.command("import").description("bring in facts and lists from files");
  json(parent.command("organisations"))
    .description("organisations from a file")
    .argument("<file>", "CSV or tab-separated (UTF-8, CP932 or UTF-16), or a book of Excel")
    .option("--dry-run", "only tell what would change")
    .option("--good-rows-only", "take the good rows though others have to be mended")
    .option("--sector <sector>", "of all rows, where no column tells it: hospital, 病院・診療所")
    .option("--area <area>", "home of all rows; rows whose address lies outside are passed over")
    .option("--fill-zero", "put the zero back before telephone numbers that have lost it")
    .action(async (path: string, options: Options) => {
      if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
      const wish = options.dryRun ? "check" : options.goodRowsOnly ? "take-good" : "take";
      const done = await withApp(async (app) => {
        await loadReferenceAreas(app);
        const forAll = {
          ...(options.sector && { sector: options.sector }),
          ...(options.area && { areaId: options.area }),
          ...(options.fillZero && { lostZero: FILL_ZERO }),
        };
        const file = { area: NATION, path, name: basename(path), wish, choices: { forAll } } as const;
        const batch = orRefuse(await importOrganisations(app, CLI, file));
        if (batch.problem) throw new Refused(batch.problem);
        const { rejected } = orRefuse(await readOrganisationImport(app, CLI, { id: batch.id }));
        return reportOf(batch, rejected);
      });
      report(options, done, lines);
      // Nothing was taken, or not all of it: scripts must see that.
      if (done.rejectedRows > 0) process.exitCode = 1;
    });
}

function reportOf({ counts, state, changes }: ImportBatch, rejected: readonly RejectedRow[]) {
  return {
    rows: counts.read - counts.skipped,
    inserted: counts.added,
    updated: counts.changed,
    unchanged: counts.unchanged,
    errors: rejected.flatMap(({ line, problems }) => problems.map((problem) => ({ line, ...problem }))),
    rejectedRows: counts.rejected,
    /** Whether the store was changed: not by a dry run, and not while rows are bad unless only good ones were asked for. */
    applied: state === "done",
    changes: ((changes ?? { rows: [] }) as RowChanges).rows.map(
      ({ line, effect, cells: [name, fields] }) => ({
        line,
        name,
        effect: effect === "added" ? "insert" : "update",
        fields,
      }),
    ),
  };
}

function lines(done: ReturnType<typeof reportOf>): string[] {
  const taken = done.applied ? "taken" : done.errors.length > 0 ? "nothing was changed" : "dry run";
  return [
    `${done.rows} rows: ${done.inserted} new, ${done.updated} changed, ${done.unchanged} as they were, ${done.rejectedRows} to mend (${taken})`,
    ...done.errors
      .slice(0, SHOWN)
      .map((error) => `line ${error.line}, ${error.column}, "${error.value}": ${error.mend}`),
    ...(done.rejectedRows > 0 && done.errors.length > SHOWN
      ? [`and ${done.errors.length - SHOWN} more`]
      : []),
  ];
}
