import { requestOf } from "#foundation/identity/public.ts";
import { readMetrics } from "../metrics.queries.server.ts";
import type { Route } from "./+types/metrics";

/** For Prometheus, by the token alone: no session opens it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const found = await readMetrics(requestOf(context).app, request.headers.get("authorization"));
  if (!found)
    return new Response("Not found\n", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  return new Response(found.text, { headers: { "Content-Type": found.type, "Cache-Control": "no-store" } });
}
