import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { listActivities } from "../activities/activity.usecases.server.ts";
import { ACTIVITY_LIST } from "../model/activity.present.ts";
import type { Route } from "./+types/activities-file";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url } = await staffPlace(args);
  const list = readList(ACTIVITY_LIST, url.searchParams, { whole: true });
  const { page } = shown(await listActivities(app, actor, { area: area.id, list }));
  return listResponse(fileKindOf(url), `活動　${area.name}`, ACTIVITY_LIST.columns, page);
}
