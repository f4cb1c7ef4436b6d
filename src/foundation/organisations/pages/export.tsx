import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { exportOrganisations } from "../export/usecases.server.ts";
import { IMPORT } from "../import/messages.ts";
import { filterOf } from "../list/usecases.server.ts";
import type { Route } from "./+types/export";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { filter } = await filterOf(app, actor, url.searchParams);
  const { after: _, ...whole } = filter;
  return csvResponse(IMPORT.exportFile, shown(await exportOrganisations(app, actor, whole)));
}
