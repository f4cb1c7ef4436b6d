import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { readPaperFile } from "../meetings/paper.usecases.server.ts";
import type { Route } from "./+types/paper";

/** A file of a meeting's papers, as a download. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findCouncilPlace(app, actor, { area: params.area });
  if (!place.ok) return new Response(null, { status: statusOf(place.error) });
  const target = { area: place.value.area.id, meeting: params.meeting, id: params.paper };
  const file = await readPaperFile(app, actor, target);
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
