import { requestOf } from "#foundation/identity/public.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { exportResources } from "../out/export.queries.server.ts";
import { narrowingOf } from "../out/narrowing.schema.ts";
import { OPEN_DATA_COLUMNS } from "../out/open-data.present.ts";
import type { Route } from "./+types/open-data";

/** The municipal open data set; what is listed no more is not in it. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const made = shown(await exportResources(app, actor, { area, ...narrowingOf(url.searchParams) }));
  const page = { rows: made.rows, after: undefined };
  return listResponse(fileKindOf(url), `地域資源_${made.area.name}`, OPEN_DATA_COLUMNS, page);
}
