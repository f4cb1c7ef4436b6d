import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { readActivityFile } from "../activities/activity-file.usecases.server.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import type { Route } from "./+types/activity-file";

/** A file of an activity, as a download. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findPlan(app, actor, { text: params.area });
  if (!place.ok) return download(place);
  const target = { area: place.value.area.id, id: params.activity, file: params.file };
  return download(await readActivityFile(app, actor, target));
}
