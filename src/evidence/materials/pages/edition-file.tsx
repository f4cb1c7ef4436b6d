import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { readEditionFile } from "../catalogue/edition-file.queries.server.ts";
import type { Route } from "./+types/edition-file";

/** An edition as a file; one that is out of date says so in its place. `?bleed` is for the printer's. */
export async function loader({ context, params: { area, edition: id }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const bleed = url.searchParams.has("bleed");
  const old = url.searchParams.has("old");
  return download(await readEditionFile(app, actor, { area, id, bleed, old }));
}
