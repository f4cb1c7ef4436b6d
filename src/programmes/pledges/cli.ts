import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { listActs } from "./promises/pledge.queries.server.ts";

/** `yui pledges`. */
export function registerPledges(program: Command): void {
  json(program.command("pledges"))
    .description("what workplaces, partners and offices of an area undertake, as anybody may see it")
    .argument("<area>", "slug, id, code or name, for example hamada")
    .action((area: string, options: { json?: boolean }) =>
      withApp(async (app) => {
        const { tiers } = orRefuse(await listActs(app, service("cli"), { area, language: "ja" }));
        const pledges = tiers.flatMap(({ name: tier, pledges: own }) => own.map((one) => ({ tier, ...one })));
        report(options, { pledges }, (told) =>
          told.pledges.map((one) => [one.tier, one.name, one.action, one.year].join("\t")),
        );
      }),
    );
}
