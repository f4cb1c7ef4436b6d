import { requestOf } from "#foundation/identity/public.ts";
import { calendarResponse } from "#platform/web/calendar-response.ts";
import { shown } from "#platform/web/refusal.ts";
import { exportResources } from "../out/export.queries.server.ts";
import { narrowingOf } from "../out/narrowing.schema.ts";
import type { Route } from "./+types/sessions";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const asked = { area, calendar: true, ...narrowingOf(url.searchParams) };
  return calendarResponse(shown(await exportResources(app, actor, asked)).calendar);
}
