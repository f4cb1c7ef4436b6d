import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { listGaps } from "./stock/stock.usecases.server.ts";

/** `yui prevention-gaps <area>`: the measures of the national lists that no office of an area does this year. */
export function registerPrevention(program: Command): void {
  json(program.command("prevention-gaps"))
    .argument("<area>", "the area, by its word or id")
    .description("measures against suicide that no office of an area has, of this year's stock-taking")
    .action(async (area: string, options: Readonly<{ json?: boolean }>) =>
      report(
        options,
        await withApp(async (app) => orRefuse(await listGaps(app, service("cli"), { area }))),
        (all) => all.map(({ key, name }) => `${key}  ${name}`),
      ),
    );
}
