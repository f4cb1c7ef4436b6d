import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { countAllSurveys } from "./design/survey.queries.server.ts";

/** `yui surveys`: which surveys there are and how they stand; nothing that anybody answered. */
export function registerSurveys(program: Command): void {
  json(program.command("surveys"))
    .description("surveys of all areas and how they stand")
    .action(async (options: Readonly<{ json?: boolean }>) =>
      report(
        options,
        await withApp(async (app) => orRefuse(await countAllSurveys(app, service("cli"), {}))),
        (all) =>
          all.map((one) => `${one.areaId}  ${one.fiscalYear}  ${one.kind}  ${one.state}  ${one.title}`),
      ),
    );
}
