import type { Command } from "commander";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadTowns } from "#foundation/areas/public.ts";
import { type FoundKind, findThings, refreshSearch } from "#foundation/search/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { modulesAtWork } from "./modules.ts";

/** What all modules let be found, in the order of a page. */
export const foundKinds = async (): Promise<readonly FoundKind[]> =>
  (await modulesAtWork()).flatMap(({ finds = [] }) => finds).sort((a, b) => a.position - b.position);

const SECOND_MS = 1000;

/** What was written is found within half a minute. */
export const searchRound: Round = {
  name: "what is found",
  everyMs: 30 * SECOND_MS,
  run: async (app) => refreshSearch(app, await foundKinds()),
};

/** `yui search`: what anybody finds; the words written anew; a file of towns and postcodes taken in. */
export function registerSearch(program: Command): void {
  const search = program.command("search").description("find areas, windows, organisations and more");
  json(search.command("for", { isDefault: true }).argument("<word...>", "for example 浜田 血圧, hamada"))
    .description("what a visitor finds by these words")
    .action(async (words: readonly string[], options: { json?: boolean }) => {
      const found = await withApp(async (app) => {
        const kinds = await foundKinds();
        await refreshSearch(app, kinds);
        return orRefuse(await findThings(app, VISITOR, { text: words.join(" "), kinds, most: 20 }));
      });
      report(options, found, (groups) =>
        groups.length === 0
          ? [`nothing was found for ${words.join(" ")}`]
          : groups.flatMap(({ name, hits }) => [
              name,
              ...hits.map(({ title, note, to }) => `  ${title}  ${note}  ${to}`),
            ]),
      );
    });
  json(search.command("rebuild"))
    .description("write all words anew from the modules' rows")
    .action(async (options: { json?: boolean }) => {
      const things = await withApp(async (app) => refreshSearch(app, await foundKinds(), { anew: true }));
      report(options, { things }, () => [`${things} things can be found`]);
    });
  json(search.command("towns").argument("<file>", "utf_ken_all.csv or KEN_ALL.CSV of the postal service"))
    .description("take in towns and postcodes in place of those taken in before")
    .option("--dated <day>", "the day of the file; without it, the day it was last written")
    .action(async (file: string, options: { dated?: string; json?: boolean }) => {
      const loaded = await withApp(async (app) => {
        const done = orRefuse(await loadTowns(app, service("cli"), {}, { file, dated: options.dated ?? "" }));
        await refreshSearch(app, await foundKinds());
        return done;
      });
      report(options, loaded, ({ towns, unknown }) => [
        `${towns} towns taken in`,
        ...(unknown.length > 0 ? [`codes of no municipality today, left out: ${unknown.join(", ")}`] : []),
      ]);
    });
}
