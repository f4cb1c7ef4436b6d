import { actionWordsContext } from "#foundation/audit/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { LOG } from "../reading/messages.ts";
import { fileColumns } from "../reading/present.ts";
import { exportLog } from "../reading/usecases.server.ts";
import type { Route } from "./+types/export";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const pages = shown(await exportLog(app, actor, url.searchParams));
  return listResponse(fileKindOf(url), LOG.title, fileColumns(context.get(actionWordsContext)), pages);
}
