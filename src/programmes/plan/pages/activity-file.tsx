import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { readActivityFile } from "../activities/files/usecases.server.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Route } from "./+types/activity-file";

/** A file of an activity, as a download. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findPlace(app, actor, params.area);
  if (!place.ok) return new Response(null, { status: statusOf(place.error) });
  const file = await readActivityFile(app, actor, place.value.area.id, params.activity, params.file);
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
