import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import { readList } from "#platform/lists/list.ts";
import type { Finding, Verification } from "./chain/chain.rules.ts";
import type { ActionWords } from "./schema.ts";

type FilterOptions = Record<
  "who" | "about" | "action" | "area" | "from" | "to" | "outcome",
  string | undefined
>;

/** `yui audit`: prove the log unbroken, and take it out. */
export function registerAudit(program: Command, words: ActionWords = {}): void {
  const audit = program.command("audit").description("the audit log: prove it unbroken, export it");

  json(audit.command("verify"))
    .description("compute the chain again; exit code 1 where an entry was changed, removed or slipped in")
    .option("--head <hash...>", "heads noted at an earlier run, which must still be in the chain")
    .action(async (options: { json?: boolean; head?: string[] }) => {
      const { verify } = await import("./chain/verification.commands.server.ts");
      const result = await withApp(async (app) => orRefuse(await verify(app, service("cli"), options.head)));
      report(options, result, () => linesOf(result));
      if (!result.unbroken) process.exitCode = 1;
    });

  filtered(json(audit.command("list")))
    .description("the newest entries; --about tells who looked at or changed a person or thing")
    .option("--limit <count>", "how many at most", "50")
    .action(async ({ json: asJson, limit, ...options }: FilterOptions & ListOptions) => {
      const { readLog } = await import("./reading/usecases.server.ts");
      const { entryLine, LOG_LIST } = await import("./reading/present.ts");
      const list = {
        ...readList(LOG_LIST, queryOf(options)),
        limit: Math.max(1, Number.parseInt(limit, 10) || 50),
      };
      const { page } = await withApp(async (app) => orRefuse(await readLog(app, service("cli"), { list })));
      report({ json: asJson ?? false }, page.rows, () => page.rows.map((entry) => entryLine(entry, words)));
    });

  filtered(audit.command("export"))
    .description("write the log as CSV to standard output, newest first")
    .action(async (options: FilterOptions) => {
      const { exportLog } = await import("./reading/usecases.server.ts");
      const { fileColumns } = await import("./reading/present.ts");
      const query = queryOf(options);
      const columns = fileColumns(words);
      await withApp(async (app) => {
        const pages = orRefuse(await exportLog(app, service("cli"), query));
        process.stdout.write(BYTE_ORDER_MARK + csvLine(columns.map((column) => column.head)));
        for await (const page of pages)
          process.stdout.write(
            page.map((entry) => csvLine(columns.map((column) => column.cell(entry)))).join(""),
          );
      });
    });
}

type ListOptions = Readonly<{ json?: boolean; limit: string }>;

const filtered = (command: Command): Command =>
  command
    .option("--who <name>", "a part of the name of who acted or was concerned")
    .option(
      "--about <id>",
      "the id of a person or thing, or type:id: what was done to it, and which looks showed it",
    )
    .option("--action <action>")
    .option("--area <id>")
    .option("--from <day>", "YYYY-MM-DD")
    .option("--to <day>", "YYYY-MM-DD")
    .option("--outcome <outcome>", "granted or refused");

function queryOf(options: FilterOptions): URLSearchParams {
  const given = Object.entries(options).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return new URLSearchParams(given);
}

function linesOf(result: Verification): string[] {
  const heads = result.heads.map(({ areaId, seq, hash }) => `${areaId}\t${seq}\t${hash}`);
  return [
    result.unbroken
      ? `unbroken: ${result.entries} entries in ${result.heads.length} chains`
      : `BROKEN: ${result.findings.length} findings in ${result.entries} entries`,
    ...result.findings.map(findingLine),
    ...(result.late > 0
      ? [
          `${result.late} entries were sealed late (no app was running, or its clock was behind): sound since then`,
        ]
      : []),
    ...(result.ahead > 0
      ? [`${result.ahead} entries bear a time that has not come yet: made under a clock that ran ahead`]
      : []),
    `${result.noted} heads noted outside the database were held against the chains`,
    ...(heads.length > 0 ? ["heads to note elsewhere, for --head (area, entries, hash):", ...heads] : []),
  ];
}

const WHAT: Readonly<Record<Finding["kind"], string>> = {
  changed: "was changed after it was sealed",
  removed: "was removed",
  gap: "is missing from the chain",
  rebound: "does not bind to the one before it: the chain was written anew",
  forged: "was not written by the app: it lacks the code of the house's key",
  unsealed: "was taken out of its chain",
  "lost-head": "a noted head is in no chain: the end of a chain was cut off or written anew",
  "heads-changed": "the file of noted heads was changed or cut in the middle",
};

function findingLine({ kind, areaId, seq, entryId, at }: Finding): string {
  const where = [areaId, seq === undefined ? "" : `#${seq}`, entryId ?? "", at ?? ""].filter(Boolean);
  return `  ${where.join(" ")} ${WHAT[kind]}`;
}
