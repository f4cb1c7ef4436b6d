import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { shown } from "#platform/web/refusal.ts";
import { receiversFor } from "../../office/office.queries.server.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { paperForm } from "../paper.queries.server.ts";
import type { Route } from "./+types/paper";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const { here, around } = await receiversFor(app, area.id);
  if (!here)
    throw redirect(around.length === 1 ? `/areas/${around[0]!.slug}/ask.pdf` : `/areas/${area.slug}/ask`);
  const pdf = await paperForm(app, area);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`申込書_${area.name}.pdf`, "application/pdf"),
  });
}
