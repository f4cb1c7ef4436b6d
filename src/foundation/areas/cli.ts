import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import { readConfig } from "#platform/config/config.ts";
import { boundariesIn, keepBoundaries } from "#platform/files/boundaries.ts";
import { kindLabel, wrongCheckDigit } from "./messages.ts";
import { parseAreaQuery } from "./rules.ts";
import { AREA_KINDS, type Area } from "./schema.ts";
import { loadReferenceAreas } from "./shipping/usecases.server.ts";
import { lookUpAreas } from "./usecases.server.ts";

/** `yui areas find`. */
export function registerAreas(program: Command): void {
  const areas = program.command("areas").description("areas and their codes");
  json(areas.command("find"))
    .description("areas by name, reading, code or id")
    .argument("<text>", "for example 浜田, さがみはら, 32202, 322024, sma-32-02")
    .option("--kind <kind>", `one of ${AREA_KINDS.join(", ")}`)
    .action(async (text: string, options: { kind?: string; json?: boolean }) => {
      const kind = AREA_KINDS.find((one) => one === options.kind);
      if (options.kind && !kind)
        throw new Refused(`There is no kind ${options.kind}; use one of ${AREA_KINDS.join(", ")}.`);
      const query = parseAreaQuery(text);
      if (query.kind === "wrong-code") throw new Refused(wrongCheckDigit(query, "en"));
      const found = await withApp(async (app) => {
        await loadReferenceAreas(app);
        return orRefuse(await lookUpAreas(app, service("cli"), { text, kind }));
      });
      if (found.length === 0) throw new Refused(`No area matches ${text}.`);
      report(options, found, lines);
    });
}

/** `yui boundaries`. */
export function registerBoundaries(program: Command): void {
  program
    .command("boundaries")
    .description(
      "brings in boundaries of municipalities, from which maps are drawn, and says how many there are",
    )
    .argument("<file>", "GeoJSON or TopoJSON, with five-digit codes under code or N03_007")
    .action(async (file: string) => {
      const boundaries = boundariesIn(JSON.parse(await readFile(file, "utf8")));
      if (boundaries.length === 0)
        throw new Refused(`${file} has no municipality with a code under code or N03_007.`);
      const path = await keepBoundaries(readConfig(process.env).dataFolder, boundaries);
      const codes = new Set(boundaries.map(({ code }) => code)).size;
      process.stdout.write(`${codes} municipalities, ${boundaries.length} shapes, kept in ${path}\n`);
    });
}

const lines = (areas: readonly Area[]): string[] =>
  areas.map((area) =>
    [area.id.padEnd(20), (area.code ?? "").padEnd(7), kindLabel(area.kind, "en").padEnd(33), area.name].join(
      " ",
    ),
  );
