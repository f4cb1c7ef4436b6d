import { requestOf } from "#foundation/identity/public.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { findPlan } from "../chain/plan-place.queries.server.ts";
import { findPublishedPlan } from "../publishing/published-plan.usecases.server.ts";
import type { Route } from "./+types/plan-api";

/** The published plan of an area as JSON, for anyone. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const place = await findPlan(app, actor, { text: params.area });
  if (!place.ok) return Response.json({ error: place.error.kind }, { status: statusOf(place.error) });
  const { area } = place.value;
  const published = await findPublishedPlan(app, actor, { area: area.id });
  if (!published.ok)
    return Response.json({ error: published.error.kind }, { status: statusOf(published.error) });
  if (published.value === null) return Response.json({ error: "not-published" }, { status: 404 });
  const { version, publishedAt, body } = published.value;
  return Response.json({
    area: { id: area.id, slug: area.slug, name: area.name },
    version,
    published_at: publishedAt.toISOString(),
    plan: body,
  });
}
