import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import type { ImportBatch as AnyImport, RejectedRow } from "#platform/tables/import.ts";
import { BAD_ROWS, OPEN_QUESTIONS } from "#platform/tables/messages.ts";
import { openQuestions } from "#platform/tables/questions.ts";
import {
  askedOf,
  choicesFrom,
  type FileOptions,
  fileAt,
  fileOptions,
  readyForFiles,
  registerInspection,
} from "./inspection/cli.ts";
import { apartLabel } from "./rows/messages.ts";
import type { Changes, ImportBatch } from "./schema.ts";
import { importWhole, listImports, readImport, withdrawImport } from "./usecases.server.ts";

type Options = FileOptions &
  Readonly<{
    answer?: [string, string][];
    dryRun?: boolean;
    yes?: boolean;
    goodRowsOnly?: boolean;
    json?: boolean;
  }>;

const CLI = service("cli");
const REJECTED_SHOWN = 20;

/** `yui import inspect | observations | list | withdraw`; the word `import` is shared with other modules. */
export function registerImports(program: Command): void {
  const parent =
    program.commands.find((command) => command.name() === "import") ??
    program.command("import").description("bring in facts and lists from files");
  registerInspection(parent);
  fileOptions(json(parent.command("observations")))
    .description("figures of indicators from a file")
    .argument("<file>", "CSV or tab-separated (UTF-8, CP932 or UTF-16), or a book of Excel (xlsx, xls)")
    .option(
      "--answer <question=answer>",
      "what a check has asked of the file, for example blank-sex=above; may be repeated",
      answer,
    )
    .option("--dry-run", "show what would change and change nothing")
    .option("--yes", "take all rows in; none where one is bad")
    .option("--good-rows-only", "take the good rows in though others are bad")
    .action(importObservations);
  json(parent.command("list"))
    .description("what was imported, newest first")
    .action((options: Options) =>
      withApp(async (app) => {
        const { imports } = orRefuse(await listImports(app, CLI, {}));
        report(
          options,
          imports.map(({ batch }) => summaryOf(batch)),
          (rows) => rows.map(listLine),
        );
      }),
    );
  json(parent.command("withdraw"))
    .description("take an import back; what stood before is current again")
    .argument("<id>", "id from `yui import list`")
    .action((id: string, options: Options) =>
      withApp(async (app) => {
        if (!isUuid(id)) throw new Refused(`There is no import ${id}.`);
        const done = orRefuse(await withdrawImport(app, CLI, { id }));
        report(options, done, (taken) => [
          `withdrawn: ${taken?.removed} figures taken back, ${taken?.restored} earlier ones current again`,
        ]);
      }),
    );
}

async function importObservations(path: string, options: Options, command: Command): Promise<void> {
  const wishes = [options.dryRun, options.yes, options.goodRowsOnly].filter(Boolean);
  if (wishes.length !== 1) command.error("error: say one of --dry-run, --yes and --good-rows-only");
  if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
  await withApp(async (app) => {
    await readyForFiles(app);
    const batch = orRefuse(
      await importWhole(app, CLI, {
        // The area in whose list the imports of the machine itself stand.
        area: NATION,
        ...fileAt(path),
        choices: {
          ...choicesFrom(options),
          ...(options.answer && { answers: Object.fromEntries(options.answer) }),
        },
        asked: await askedOf(app, path, options),
        wish: options.dryRun ? "check" : options.yes ? "take" : "take-good",
      }),
    );
    const { rejected } = orRefuse(await readImport(app, CLI, { id: batch.id }));
    report(options, { ...summaryOf(batch), changes: batch.changes, problems: rejected }, () =>
      lines(batch, rejected),
    );
    const open = openQuestions(batch.questions, batch.choices.answers);
    if (!options.dryRun && open.length > 0) throw new Refused(OPEN_QUESTIONS);
    if (batch.problem) throw new Refused(batch.problem);
    if (options.yes && batch.state !== "done") throw new Refused(BAD_ROWS(batch.counts.rejected));
  });
}

/** blank-sex=above as a question and its answer. */
function answer(word: string, said: [string, string][] = []): [string, string][] {
  const [question, chosen] = word.split("=");
  if (!question || !chosen)
    throw new InvalidArgumentError("Say a question and its answer, for example blank-sex=above.");
  return [...said, [question, chosen]];
}

const summaryOf = (batch: Omit<AnyImport, "changes">) => ({
  id: batch.id,
  at: batch.createdAt.toISOString(),
  file: batch.fileName,
  sha256: batch.fileSha256,
  encoding: batch.encoding,
  state: batch.state,
  ...batch.counts,
});

const listLine = (row: ReturnType<typeof summaryOf>): string =>
  `${row.id}  ${row.at.slice(0, 16)}  ${row.state.padEnd(9)}  ${row.added} new, ${row.changed} changed, ${row.rejected} bad  ${row.file}`;

function lines(batch: ImportBatch, rejected: readonly RejectedRow[]): string[] {
  const { read, added, changed, unchanged, rejected: bad } = batch.counts;
  const verb = batch.state === "done" ? "" : "would be ";
  const shown = rejected.slice(0, REJECTED_SHOWN);
  return [
    `${batch.fileName}: ${batch.encoding}, ${read} rows read`,
    `${verb}new ${added}, ${verb}changed ${changed}, unchanged ${unchanged}, bad rows ${bad}`,
    ...((batch.changes as Changes | null)?.examples ?? []).map(
      (change) =>
        `  ${change.area} ${change.indicator} ${change.fiscalYear}: ${change.before} → ${change.after}`,
    ),
    ...shown.flatMap(({ line, problems }) =>
      problems.map(
        ({ column, value, mend }) =>
          `  行 ${line.toLocaleString("ja")} 列「${column}」 値「${value}」: ${mend}`,
      ),
    ),
    ...(bad > shown.length ? [`  … ${bad - shown.length} more`] : []),
    ...Object.entries(batch.apart).map(([kind, count]) => `  ${apartLabel(kind)}: ${count}`),
    ...openQuestions(batch.questions, batch.choices.answers).flatMap(({ key, ask, options }) => [
      `  ? ${ask}`,
      ...options.map(({ value, label }) => `    --answer ${key}=${value}  ${label}`),
    ]),
    ...(batch.state === "done" ? [`done; to take it back: yui import withdraw ${batch.id}`] : []),
  ];
}
