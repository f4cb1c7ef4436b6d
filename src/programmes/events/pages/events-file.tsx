import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { EVENT_LIST } from "../catalogue/event.present.ts";
import { listEvents } from "../catalogue/event.usecases.server.ts";
import type { Route } from "./+types/events-file";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(EVENT_LIST, url.searchParams, { whole: true });
  const { page } = shown(await listEvents(app, actor, { area, list }));
  return listResponse(fileKindOf(url), "催し", EVENT_LIST.columns, page);
}
