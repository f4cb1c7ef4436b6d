import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { fiscalYearOf, parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { DocumentBlock } from "#platform/pdf/document.ts";
import { readPlan } from "#programmes/plan/public.ts";
import { findCouncilPlace } from "./bodies/council-place.queries.server.ts";
import { reportDocument } from "./report/report.present.ts";
import { makeReport, type Report } from "./report/report.usecases.server.ts";
import { reportAsDocx, reportAsPdf, reportAsPptx } from "./report/report-file.queries.server.ts";

const ACTOR = service("cli");
const AREA = "slug, id, code or name, for example sagamihara";

type Files = { pdf?: string; docx?: string; pptx?: string };

/** `yui plan` and `yui report`. */
export function registerCouncils(program: Command): void {
  json(program.command("plan"))
    .description("the plan of an area, from health issue to evaluation")
    .argument("<area>", AREA)
    .action((text: string, options: { json?: boolean }) =>
      withApp(async (app) => {
        const area = await areaOf(app, text);
        const { chains, unlinked } = orRefuse(await readPlan(app, ACTOR, { area: area.id, all: true }));
        const place = { id: area.id, slug: area.slug, name: area.name };
        report(options, { area: place, chains, unlinked }, (value) =>
          value.chains.map((chain) =>
            [chain.issue?.title, chain.goal?.title, chain.initiative?.title]
              .map((part) => part ?? "―")
              .join("  ->  "),
          ),
        );
      }),
    );
  json(program.command("report"))
    .description("the annual report of an area's council; makes a new edition where something changed")
    .argument("<area>", AREA)
    .option("--fiscal-year <year>", "four digits; the current one where nothing is said")
    .option("--pdf <file>", "write it as PDF")
    .option("--docx <file>", "write it as an editable text")
    .option("--pptx <file>", "write it as slides for a meeting")
    .action((text: string, options: { json?: boolean; fiscalYear?: string } & Files) =>
      withApp(async (app) => {
        const year = options.fiscalYear
          ? parseFiscalYear(options.fiscalYear)
          : fiscalYearOf(app.clock.today());
        if (!year)
          throw new Refused(`${options.fiscalYear} is no fiscal year; write four digits, such as 2009.`);
        const area = await areaOf(app, text);
        const made = orRefuse(await makeReport(app, ACTOR, { area: area.id, year }));
        if (options.pdf)
          await writeFile(options.pdf, orRefuse(await reportAsPdf(app, ACTOR, area, year)).content);
        if (options.docx)
          await writeFile(options.docx, orRefuse(await reportAsDocx(app, ACTOR, area, year)).content);
        if (options.pptx)
          await writeFile(options.pptx, orRefuse(await reportAsPptx(app, ACTOR, area, year)).content);
        if (options.json || !(options.pdf || options.docx || options.pptx))
          report(options, presented(made), () => linesOf(made, area.slug));
      }),
    );
}

async function areaOf(app: App, text: string) {
  return orRefuse(await findCouncilPlace(app, ACTOR, { area: text })).area;
}

const presented = ({ facts, edition, madeAt, corrections, yearIsOver }: Report) => ({
  ...facts,
  edition,
  made_at: madeAt?.toISOString() ?? null,
  year_is_over: yearIsOver,
  corrections,
});

function linesOf(made: Report, slug: string): string[] {
  const { title, notes, sections } = reportDocument(made, slug);
  const lines = sections.flatMap(({ heading, blocks }) => ["", heading, ...blocks.flatMap(blockLines)]);
  return [title, ...notes, ...lines];
}

function blockLines(block: DocumentBlock): string[] {
  switch (block.kind) {
    case "paragraph":
    case "chart":
    case "picture":
      return [block.text];
    case "list":
      return block.items.map((item) => `- ${item.text}`);
    case "table": {
      const head = block.head.map((one) => one.text).join("\t");
      return [block.caption, head, ...block.rows.map((row) => row.map((cell) => cell.text).join("\t"))];
    }
  }
}
