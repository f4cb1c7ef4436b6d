import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { listHonours } from "./honours/honour.usecases.server.ts";

/** `yui honours`. */
export function registerHonours(program: Command): void {
  json(program.command("honours"))
    .description("who was honoured in an area and agreed to be named")
    .argument("<area>", "slug, id, code or name, for example hamada")
    .action((area: string, options: { json?: boolean }) =>
      withApp(async (app) => {
        const { rows } = orRefuse(await listHonours(app, service("cli"), { area }));
        report(options, { honours: rows }, (told) =>
          told.honours.map((one) => [one.workplace, one.title, one.term].join("\t")),
        );
      }),
    );
}
