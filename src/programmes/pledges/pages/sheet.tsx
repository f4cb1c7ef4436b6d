import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { moduleNamesContext } from "#platform/web/context.ts";
import { download } from "#platform/web/download.ts";
import { readSheet } from "../checks/act-sheet.queries.server.ts";
import type { Route } from "./+types/sheet";

/** The page to hang up, by the link of the check. */
export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "act-check");
  if (!opened.ok) return download(opened);
  const { area, subject: id } = opened.value.holder;
  const modules = [...context.get(moduleNamesContext)];
  return download(await readSheet(app, opened.value.holder, { area: area!, id, modules }));
}
