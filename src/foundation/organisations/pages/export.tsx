import { requestOf } from "#foundation/identity/public.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { exportColumns } from "../export/present.ts";
import { exportOrganisations } from "../export/usecases.server.ts";
import { askedOf } from "../list/usecases.server.ts";
import { TEXT } from "../messages.ts";
import type { Route } from "./+types/export";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { target } = await askedOf(app, actor, url.searchParams, { whole: true });
  const page = shown(await exportOrganisations(app, actor, target));
  return listResponse(fileKindOf(url), TEXT.title.ja, exportColumns(page.rows), page);
}
