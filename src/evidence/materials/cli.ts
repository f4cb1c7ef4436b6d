import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { readList } from "#platform/lists/list.ts";
import { MATERIAL_LIST, materialEntry } from "./catalogue/material.present.ts";
import { listMaterials } from "./catalogue/material.usecases.server.ts";

/** `yui materials`. */
export function registerMaterials(program: Command): void {
  json(program.command("materials"))
    .description("the leaflets, posters and other materials of an area, as anybody may see them")
    .argument("<area>", "slug, id, code or name, for example hamada")
    .action((area: string, options: { json?: boolean }) =>
      withApp(async (app) => {
        const list = readList(MATERIAL_LIST, new URLSearchParams(), { whole: true });
        const { page, area: place } = orRefuse(await listMaterials(app, service("cli"), { area, list }));
        const base = `${app.config.origin}/areas/${place.slug}/materials`;
        const rows = page.rows.map((row) => materialEntry(row, base));
        report(options, { area: place, materials: rows }, (told) =>
          told.materials.map((one) => [one.title, one.kind, one.languages.join(","), one.page].join("\t")),
        );
      }),
    );
}
