import type { Command } from "commander";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { lookUpArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

type Options = Readonly<{ json?: boolean }>;
const OFFICE = "id of the office, as it stands in its addresses";

/** `yui consultation`: counts, deletions, hand-over. Nothing that it prints names or tells of anybody. */
export function registerConsultation(program: Command): void {
  const consultation = program
    .command("consultation")
    .description("consultations: counts, what has had its time, handing over; never who or what");

  json(consultation.command("counts"))
    .description("make public what may be of the finished years of an area, and say which years those were")
    .argument("<area>", "slug, id, code or name, for example sagamihara")
    .option("--again", "count the last year again")
    .action((text: string, options: Options & { again?: boolean }) =>
      withApp(async (app) => {
        const { COUNTER, publishCounts } = await import("./counts/count.usecases.server.ts");
        const area = await areaOf(app, text);
        const again = options.again ?? false;
        const { editions } = orRefuse(await publishCounts(app, COUNTER, { area }, { again }));
        report(options, { area, editions }, () =>
          editions.length === 0 ? ["nothing new to count"] : editions.map((label) => `counted ${label}`),
        );
      }),
    );

  json(consultation.command("duplicates"))
    .description("how many pairs of an office's clients wait for a judgement; opens no name")
    .argument("<office>", OFFICE)
    .action((office: OrganisationId, options: Options) =>
      withApp(async (app) => {
        const { countDuplicates } = await import("./upkeep/duplicate.queries.server.ts");
        const counter = service("consultation-counts");
        const found = orRefuse(await countDuplicates(app, counter, { organisation: office }));
        report(options, found, ({ waiting }) => [`${waiting} pairs wait for a judgement`]);
      }),
    );

  const deletions = consultation.command("deletions").description("cases that have had their time");
  json(deletions.command("preview"))
    .description("which cases would be deleted now: numbers and days")
    .argument("<office>", OFFICE)
    .action((office: OrganisationId, options: Options) =>
      withApp(async (app) => {
        const { previewErasure, UPKEEP } = await import("./erasure/erasure.commands.server.ts");
        const found = orRefuse(await previewErasure(app, UPKEEP, { organisation: office }));
        report(options, found, ({ cases, before }) => [
          ...cases.map((one) => `${one.number}  closed ${one.closedOn}  ${one.contacts} contacts`),
          `${cases.length} cases closed before ${before}`,
        ]);
      }),
    );
  json(deletions.command("run"))
    .description("delete them; their counts stay")
    .argument("<office>", OFFICE)
    .action((office: OrganisationId, options: Options) =>
      withApp(async (app) => {
        const { beginErasure, runErasures, UPKEEP } = await import("./erasure/erasure.commands.server.ts");
        orRefuse(await beginErasure(app, UPKEEP, { organisation: office }));
        const erased = await runErasures(app);
        report(options, { erased }, () => [`${erased} cases deleted`]);
      }),
    );

  json(consultation.command("hand-over"))
    .description("give all open cases of somebody who is gone to a colleague")
    .argument("<office>", OFFICE)
    .requiredOption("--from <user>", "id of who is gone")
    .requiredOption("--to <user>", "id of a colleague")
    .action((office: OrganisationId, options: Options & { from: string; to: string }) =>
      withApp(async (app) => {
        const { handOverFor } = await import("./upkeep/hand-over.commands.server.ts");
        const { UPKEEP } = await import("./erasure/erasure.commands.server.ts");
        const { from, to } = options;
        const done = orRefuse(await handOverFor(app, UPKEEP, { organisation: office }, { from, to }));
        report(options, done, ({ moved }) => [`${moved} cases handed over`]);
      }),
    );
}

async function areaOf(app: App, text: string) {
  const area = orRefuse(await lookUpArea(app, VISITOR, { text }));
  if (!area) throw new Refused(`There is no area ${text}.`);
  return area.id;
}
