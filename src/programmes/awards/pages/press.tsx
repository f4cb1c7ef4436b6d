import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { readPress } from "../honours/certificate.queries.server.ts";
import type { Route } from "./+types/press";

/** The sheet for the press. */
export async function loader({ context, params: { area, round: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return download(await readPress(app, actor, { area, id }));
}
