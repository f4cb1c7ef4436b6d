import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { readActivityFile } from "../activities/activity-file.usecases.server.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import type { Route } from "./+types/activity-file";

/** A file of an activity, as a download. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findPlan(app, actor, { text: params.area });
  if (!place.ok) return new Response(null, { status: statusOf(place.error) });
  const target = { area: place.value.area.id, id: params.activity, file: params.file };
  const file = await readActivityFile(app, actor, target);
  if (!file.ok) return new Response(null, { status: statusOf(file.error) });
  const { name, mediaType, content } = file.value;
  return new Response(new Uint8Array(content), { headers: downloadHeaders(name, mediaType) });
}
