import { copyFile, writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";

/** `yui health-files`: counts for the council, the blank booklet, a sample. Nothing of it opens a file. */
export function registerHealthFiles(program: Command): void {
  const files = program
    .command("health-files")
    .description("persons' own files: counts for the council and the booklet; opens none");

  json(files.command("counts"))
    .description("how many files there are, were kept over a second year, were shown to somebody; by tens")
    .action((options: Readonly<{ json?: boolean }>) =>
      withApp(async (app) => {
        const { countFiles } = await import("./counts/file-count.queries.server.ts");
        const counts = orRefuse(await countFiles(app, service("cli"), {}));
        report(options, counts, ({ begun, secondYear, shown }) => [
          `begun: ${said(begun)}`,
          `kept over a second year: ${said(secondYear)}`,
          `shown to somebody: ${said(shown)}`,
        ]);
      }),
    );

  files
    .command("booklet")
    .description("write the blank booklet as PDF, to be printed")
    .argument("<file>", "where to, for example booklet.pdf")
    .addOption(new Option("--paper <paper>", "its size").choices(["a4", "a5"]).default("a4"))
    .addOption(new Option("--lang <language>", "its words").choices(["ja", "easy", "en"]).default("ja"))
    .action((file: string, { paper, lang }: Readonly<{ paper: "a4" | "a5"; lang: "ja" | "easy" | "en" }>) =>
      withApp(async (app) => {
        const { blankBooklet } = await import("./keep/blank-booklet.queries.server.ts");
        await writeFile(file, blankBooklet(paper, lang, app.clock.today()));
      }),
    );

  files
    .command("sample")
    .description("write made-up years of a person that does not exist, to be read into a file and tried")
    .argument("<file>", "where to, for example sample.json")
    .action((file: string) => copyFile(new URL(SAMPLE, import.meta.url), file));
}

const SAMPLE = "../../../reference/demonstration/health-file.json";
const said = (count: number | undefined): string =>
  count === undefined ? "fewer than 10" : `${count} or more`;
