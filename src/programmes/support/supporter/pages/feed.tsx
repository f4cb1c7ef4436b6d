import { requestOf } from "#foundation/identity/public.ts";
import { calendarResponse } from "#platform/web/calendar-response.ts";
import { shown } from "#platform/web/refusal.ts";
import { readFeed } from "../calendar-feed.usecases.server.ts";
import type { Route } from "./+types/feed";

export async function loader({ context, params }: Route.LoaderArgs) {
  return calendarResponse(shown(await readFeed(requestOf(context).app, params.token)));
}
