import { requestOf } from "#foundation/identity/public.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { findPublishedPlan } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/plan-api";

/** Anybody may read it, also on the page of another site. */
const headers = { "Access-Control-Allow-Origin": "*" };

/** RFC 9457. */
const problem = (status: number, title: string) =>
  Response.json(
    { type: "about:blank", title, status },
    { status, headers: { ...headers, "Content-Type": "application/problem+json; charset=utf-8" } },
  );

/** The published plan of an area as JSON, for anyone. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findPlan(app, actor, { text: params.area });
  if (!place.ok) return problem(statusOf(place.error), place.error.kind);
  const { area } = place.value;
  const published = await findPublishedPlan(app, actor, { area: area.id });
  if (!published.ok) return problem(statusOf(published.error), published.error.kind);
  if (published.value === null) return problem(404, "not-published");
  const { version, publishedAt, body } = published.value;
  return Response.json(
    {
      area: { id: area.id, slug: area.slug, name: area.name },
      version,
      published_at: publishedAt.toISOString(),
      plan: body,
    },
    { headers },
  );
}
