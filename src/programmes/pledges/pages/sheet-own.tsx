import { requestOf } from "#foundation/identity/public.ts";
import { moduleNamesContext } from "#platform/web/context.ts";
import { download } from "#platform/web/download.ts";
import { readSheet } from "../checks/act-sheet.queries.server.ts";
import type { Route } from "./+types/sheet-own";

/** The page to hang up, by the account of the workplace. */
export async function loader({ context, params: { area, check: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const modules = [...context.get(moduleNamesContext)];
  return download(await readSheet(app, actor, { area, id, modules }));
}
