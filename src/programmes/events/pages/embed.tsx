import { VISITOR } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { readEmbeddedEvents } from "../calendar/month.queries.server.ts";
import { spokenIn } from "../model/event.messages.ts";
import { THEMES, type Theme } from "../model/event-kinds.schema.ts";
import type { Route } from "./+types/embed";

/** For an area's own home page: whoever looks is a visitor there, whatever session the browser holds; it sets no cookie. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const theme = url.searchParams.get("theme") as Theme;
  const language = spokenIn(url.searchParams);
  const asked = { area, language, ...(THEMES.includes(theme) ? { theme } : {}) };
  return new Response(shown(await readEmbeddedEvents(app, VISITOR, asked)), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
