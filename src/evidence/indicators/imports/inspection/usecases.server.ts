import { rm } from "node:fs/promises";
import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { Asked, BroughtFile, broughtAs, fileOf, newImportId, understand } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";
import { unreadableSentence } from "#platform/tables/messages.ts";
import { inspectTable } from "#platform/tables/reader.ts";
import { indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import { Choices } from "../schema.ts";
import { FIGURES } from "../usecases.server.ts";

const readFileAs = query({
  name: "import.inspect",
  policy: indicatorPolicy,
  target: z.object({ file: BroughtFile, asked: Asked, choices: Choices }),
  subject: () => ({ type: "import", area: NATION }),
  async run(permit, { file, asked, choices }) {
    const understood = await understand({ permit, table: FIGURES, area: NATION }, file, asked, choices);
    if (!understood.ok) return understood;
    const areas = understood.value.mapping.flatMap(({ area }) => (area ? [area as AreaId] : []));
    const named = await getAreas(permit, areas);
    return ok({
      ...understood.value,
      areaNames: Object.fromEntries([...named].map(([id, { name }]) => [id, name])),
      dictionary: await selectDictionary(permit),
    });
  },
});

/** How a file of figures would be understood; nothing is written down of it. */
export async function inspectFigures(
  app: App,
  actor: Actor,
  { path, name }: Readonly<{ path: string; name: string }>,
  { asked, choices }: Readonly<{ asked: Asked; choices: Choices }>,
) {
  const csv = fileOf(app, newImportId());
  try {
    const inspected = await inspectTable(path, csv, asked.sheet ?? undefined);
    if (!inspected.ok) return invalid({ file: [unreadableSentence(inspected.error)] });
    return await readFileAs(app, actor, { file: broughtAs(name, inspected.value), asked, choices });
  } finally {
    await rm(csv, { force: true });
  }
}
