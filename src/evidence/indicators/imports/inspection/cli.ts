import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { Asked } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { isDictionaryEmpty, loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import { parseYear } from "../rows/cells/rules.ts";
import type { Choices, ColumnMeaning } from "../schema.ts";
import { inspectionLines, presentInspected } from "./present.ts";
import { inspectFigures } from "./usecases.server.ts";

const CLI = service("cli");

/** What is said of a file on the command line, for looking at it and for taking it in. */
export type FileOptions = Readonly<{
  sheet?: string;
  table?: number;
  header?: [number, number];
  column?: [string, string][];
  year?: number;
  unpivot?: Spread | "none";
  mapping?: string;
  saveMapping?: string;
  indicator?: string;
  area?: string;
  source?: string;
  published?: boolean;
}>;

/** What columns may be spread over, by the word that each then has. */
const SPREADS = {
  year: "fiscalYear",
  sex: "sex",
  age: "ageBand",
  area: "area",
  indicator: "indicator",
} as const satisfies Record<string, keyof ColumnMeaning>;
type Spread = keyof typeof SPREADS;

const wrong = (mend: string): never => {
  throw new InvalidArgumentError(mend);
};

const table = (text: string): number => (/^[1-9]\d*$/.test(text) ? Number(text) : wrong("Say 1, 2, …"));

function header(text: string): [number, number] {
  const [, from, to = from] =
    /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(text) ?? wrong("Say a line, or lines: 6 or 6-7.");
  return [Number(from), Math.max(Number(from), Number(to))];
}

function column(text: string, said: [string, string][] = []): [string, string][] {
  const at = text.lastIndexOf("=");
  return at > 0 ? [...said, [text.slice(0, at), text.slice(at + 1)]] : wrong('Say "NAME=ROLE WORDS".');
}

const year = (text: string): number => parseYear(text) ?? wrong("Say a year: 2020, R2, 令和2年度.");

const unpivot = (text: string): Spread | "none" =>
  text in SPREADS || text === "none"
    ? (text as Spread)
    : wrong(`Say ${Object.keys(SPREADS).join(", ")} or none.`);

/** The options by which the command line says what a page lets somebody correct. */
export const fileOptions = (command: Command): Command =>
  command
    .option("--sheet <name>", "of a book; without it the first that holds a table")
    .option("--table <number>", "of several tables in a sheet", table)
    .option("--header <lines>", "line or lines of the header: 6 or 6-7", header)
    .option(
      "--column <name=role words>",
      'what a column holds: "地域名=area", "総数=value 人口 2020年度"; may be repeated',
      column,
    )
    .option("--year <year>", "of every row, where the file has no column for it", year)
    .option(
      "--unpivot <what>",
      "the columns name year, sex, age, area or indicator: refused where they do not; none reads no column so",
      unpivot,
    )
    .option("--mapping <name>", "read the columns as was kept under that name")
    .option("--save-mapping <name>", "keep what the columns hold under a name")
    .option("--indicator <code>", "of every row that names none")
    .option("--area <area>", "of every row, where the file has no column for it")
    .option("--source <code>", "of every row that names none")
    .option("--published", "show the figures to anyone");

export const choicesFrom = (options: FileOptions): Choices => ({
  published: options.published === true,
  ...(options.indicator && { indicator: options.indicator }),
  ...(options.area && { area: options.area }),
  ...(options.source && { source: options.source }),
  ...(options.year !== undefined && { fiscalYear: options.year }),
});

/** What is asked of the reader, after a look at the columns where it is said what they are spread over. */
export async function askedOf(app: App, path: string, options: FileOptions): Promise<Asked> {
  const asked: Asked = {
    ...(options.sheet && { sheet: options.sheet }),
    ...(options.table && { table: options.table }),
    ...(options.header && { header: options.header }),
    ...(options.column && { columns: options.column }),
    ...(options.mapping && { mapping: options.mapping }),
    ...(options.saveMapping && { saveAs: options.saveMapping }),
  };
  if (!options.unpivot) return asked;
  const { mapping, header: names } = orRefuse(
    await inspectFigures(app, CLI, fileAt(path), { asked, choices: choicesFrom(options) }),
  );
  const spread = (word: keyof ColumnMeaning) => mapping.filter((one) => one[word] !== undefined).length;
  const { unpivot: over } = options;
  if (over === "none") {
    const columns = names.filter((_, at) => Object.keys(mapping[at]!).length > 1);
    return {
      ...asked,
      columns: [...columns.map((name): [string, string] => [name, "ignore"]), ...(asked.columns ?? [])],
    };
  }
  if (spread(SPREADS[over]) < 2)
    throw new Refused(`No two columns name a ${over}. Say what each holds: --column "NAME=value WORDS".`);
  return asked;
}

export const fileAt = (path: string) => ({ path, name: basename(path) });

/** A file may come before the first start. */
export async function readyForFiles(app: App): Promise<void> {
  if (!(await isDictionaryEmpty(app))) return;
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
}

/** `yui import inspect`: how a file would be understood. */
export function registerInspection(parent: Command): void {
  fileOptions(json(parent.command("inspect")))
    .description("how a file of figures would be understood; nothing is taken in")
    .argument("<file>", "CSV or tab-separated (UTF-8, CP932 or UTF-16), or a book of Excel (xlsx, xls)")
    .action((path: string, options: FileOptions & Readonly<{ json?: boolean }>) =>
      withApp(async (app) => {
        if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
        await readyForFiles(app);
        const asked = await askedOf(app, path, options);
        const understood = orRefuse(
          await inspectFigures(app, CLI, fileAt(path), { asked, choices: choicesFrom(options) }),
        );
        report(options, presentInspected(basename(path), understood), inspectionLines);
      }),
    );
}
