import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { areaOfPath } from "../find/area.queries.server.ts";
import { rejectedResources } from "../imports/resource-import.usecases.server.ts";
import type { Route } from "./+types/rejected";

/** The bad rows as a file, to be mended and sent again. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { id: area } = shown(await areaOfPath(app, params.area));
  const { name, body } = shown(await rejectedResources(app, actor, { area, id: params.import }));
  return csvResponse(name, body);
}
