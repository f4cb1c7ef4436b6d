import { VISITOR } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { calendarResponse } from "#platform/web/calendar-response.ts";
import { shown } from "#platform/web/refusal.ts";
import { readEventFeed } from "../calendar/month.queries.server.ts";
import { THEMES, type Theme } from "../model/event-kinds.schema.ts";
import type { Route } from "./+types/feed";

/** What is held, for calendars that follow it. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const theme = url.searchParams.get("theme") as Theme;
  const asked = { area, ...(THEMES.includes(theme) ? { theme } : {}) };
  return calendarResponse(shown(await readEventFeed(app, VISITOR, asked)));
}
