import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { readFeed } from "../calendar-feed.usecases.server.ts";
import type { Route } from "./+types/feed";

export async function loader({ context, params }: Route.LoaderArgs) {
  const text = shown(await readFeed(requestOf(context).app, params.token));
  return new Response(text, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
