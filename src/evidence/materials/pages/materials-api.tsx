import { VISITOR } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { MATERIAL_LIST, materialEntry } from "../catalogue/material.present.ts";
import { listMaterials } from "../catalogue/material.usecases.server.ts";
import type { Route } from "./+types/materials-api";

/** Anybody may read it, also on the page of another site. */
const headers = { "Access-Control-Allow-Origin": "*" };

/** What an area offers, as anybody sees it. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const list = readList(MATERIAL_LIST, url.searchParams, { whole: true });
  const found = await listMaterials(app, VISITOR, { area, list });
  if (!found.ok) {
    const status = statusOf(found.error);
    const problem = { type: "about:blank", title: found.error.kind, status };
    return Response.json(problem, {
      status,
      headers: { ...headers, "Content-Type": "application/problem+json; charset=utf-8" },
    });
  }
  const { page, area: place } = found.value;
  const base = `${app.config.origin}/areas/${place.slug}/materials`;
  return Response.json(
    { area: place, materials: page.rows.map((row) => materialEntry(row, base)) },
    { headers },
  );
}
