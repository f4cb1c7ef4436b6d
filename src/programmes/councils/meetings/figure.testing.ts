import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importWhole, loadReferenceIndicators } from "#evidence/indicators/public.ts";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import type { ExamplePlace } from "#foundation/authority/testing.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listExcerpts } from "./excerpt.usecases.server.ts";

/** The key of a figure in the area's profile; one is imported where there is none. */
export async function figureOf({ app, area, secretariat }: ExamplePlace): Promise<string> {
  const [known] = expectOk(await listExcerpts(app, secretariat, area));
  if (known) return known.key;
  await loadReferenceIndicators(app);
  const path = join(await mkdtemp(join(tmpdir(), "yui-figure-")), "figure.csv");
  await writeFile(path, `fiscal_year,area,indicator,value\n2020,${area},obesity_rate,24\n`);
  const choices = { published: true };
  const file = { path, name: "figure.csv", area: NATION, choices, wish: "take" as const };
  expectOk(await importWhole(app, service("demonstration"), file));
  return expectOk(await listExcerpts(app, secretariat, area))[0]!.key;
}
