import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { areaOfPath } from "./find/area.queries.server.ts";
import { refreshDirectory } from "./find/index.commands.server.ts";
import { importResources, readResourceImport } from "./imports/resource-import.usecases.server.ts";
import { loadTownPoints } from "./system/town-point.commands.server.ts";
import { readTownPoints } from "./system/town-point.rules.ts";

type Options = Readonly<{
  area: string;
  kind?: string;
  dryRun?: boolean;
  goodRowsOnly?: boolean;
  json?: boolean;
}>;
const CLI = service("cli");
const SHOWN = 50;

/** `yui directory import FILE --area AREA`, `yui directory towns FILE`. */
export function registerDirectory(program: Command): void {
  const parent = program.command("directory").description("what helps in an area");
  json(parent.command("import"))
    .description("facilities, offices or groups from a file")
    .argument("<file>", "CSV or tab-separated (UTF-8, CP932 or UTF-16), or a book of Excel")
    .requiredOption("--area <area>", "the area whose directory it becomes; rows outside are passed over")
    .option("--kind <kind>", "of all rows, where no column tells it: clinic, 診療所")
    .option("--dry-run", "only tell what would change")
    .option("--good-rows-only", "take the good rows though others have to be mended")
    .action(async (path: string, options: Options) => {
      if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
      const wish = options.dryRun ? "check" : options.goodRowsOnly ? "take-good" : "take";
      const done = await withApp(async (app) => {
        const { id: area } = orRefuse(await areaOfPath(app, options.area));
        const choices = options.kind ? { forAll: { kind: options.kind } } : {};
        const file = { area, path, name: basename(path), wish, choices } as const;
        const batch = orRefuse(await importResources(app, CLI, file));
        if (batch.problem) throw new Refused(batch.problem);
        const { rejected } = orRefuse(await readResourceImport(app, CLI, { area, id: batch.id }));
        await refreshDirectory(app);
        return { state: batch.state, counts: batch.counts, rejected };
      });
      report(options, done, ({ state, counts, rejected }) => [
        `${counts.added} new, ${counts.changed} changed, ${counts.unchanged} as they were, ${counts.skipped} outside, ${counts.rejected} to mend (${state === "done" ? "taken" : "nothing was changed"})`,
        ...rejected
          .flatMap(({ line, problems }) =>
            problems.map(({ column, value, mend }) => `line ${line}, ${column}, "${value}": ${mend}`),
          )
          .slice(0, SHOWN),
      ]);
      if (done.counts.rejected > 0) process.exitCode = 1;
    });
  json(parent.command("towns"))
    .description("where towns lie: 位置参照情報 (大字・町丁目レベル), to measure distances from")
    .argument("<file>", "CSV (CP932 or UTF-8)")
    .action(async (path: string, options: Pick<Options, "json">) => {
      if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
      const bytes = readFileSync(path);
      const utf8 = bytes.toString("utf8");
      const text = utf8.includes("\uFFFD") ? iconv.decode(bytes, "cp932") : utf8;
      const towns = readTownPoints(parse(text, { bom: true, relax_column_count: true }) as string[][]);
      if (!towns) throw new Refused("The file has no columns 市区町村コード, 大字町丁目名, 緯度, 経度.");
      const count = await withApp(async (app) => orRefuse(await loadTownPoints(app, CLI, {}, { towns })));
      report(options, { count }, () => [`${count} towns`]);
    });
}
