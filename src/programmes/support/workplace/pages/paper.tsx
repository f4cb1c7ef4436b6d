import { redirect } from "react-router";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { receiversFor } from "../../office/office.queries.server.ts";
import { inPlace } from "../../parts/place.tsx";
import { paperForm } from "../paper.queries.server.ts";
import type { Route } from "./+types/paper";

export async function loader(args: Route.LoaderArgs) {
  const { app, area } = await inPlace(args);
  const { here, around } = await receiversFor(app, area.id);
  if (!here)
    throw redirect(around.length === 1 ? `/areas/${around[0]!.slug}/ask.pdf` : `/areas/${area.slug}/ask`);
  const pdf = await paperForm(app, area);
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`申込書_${area.name}.pdf`, "application/pdf"),
  });
}
