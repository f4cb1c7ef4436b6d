import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { countAllRuns } from "./runs/run.queries.server.ts";

/** `yui stress-checks`: how many runs there are and how they stand; nothing that anybody answered. */
export function registerStressChecks(program: Command): void {
  json(program.command("stress-checks"))
    .description("stress checks of all areas and how they stand")
    .action(async (options: Readonly<{ json?: boolean }>) =>
      report(
        options,
        await withApp(async (app) => orRefuse(await countAllRuns(app, service("cli"), {}))),
        (all) => all.map((one) => `${one.areaId}  ${one.fiscalYear}  ${one.kind}  ${one.state}  ${one.runs}`),
      ),
    );
}
