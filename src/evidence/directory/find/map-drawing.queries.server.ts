import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { mapResources } from "./find.queries.server.ts";
import type { FindQuery } from "./find.schema.ts";
import { drawMap } from "./map.present.ts";

type Wanted = Readonly<{ area: string; asked: FindQuery; language: "ja" | "en" }>;

/** The map of what is asked for, drawn. */
export async function drawResources(app: App, actor: Actor, wanted: Wanted): Promise<Result<string>> {
  const map = await mapResources(app, actor, wanted);
  if (!map.ok) return map;
  return ok(drawMap(map.value, { base: `/areas/${wanted.area}/directory`, language: wanted.language }));
}
