import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { readPaperFile } from "../meetings/paper.usecases.server.ts";
import type { Route } from "./+types/paper";

/** A file of a meeting's papers, as a download. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findCouncilPlace(app, actor, { area: params.area });
  if (!place.ok) return download(place);
  const target = { area: place.value.area.id, meeting: params.meeting, id: params.paper };
  return download(await readPaperFile(app, actor, target));
}
