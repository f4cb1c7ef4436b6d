import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { shown } from "#platform/web/refusal.ts";
import { areaOfPath } from "../find/area.queries.server.ts";
import { SIGN } from "../out/sign.messages.ts";
import { printSign } from "../out/sign.queries.server.ts";
import type { Route } from "./+types/sign";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { id: area } = shown(await areaOfPath(app, params.area));
  const made = shown(await printSign(app, actor, { area, id: params.resource }));
  const headers = downloadHeaders(SIGN.fileName(made.name), "application/pdf");
  return new Response(new Uint8Array(made.pdf), { headers });
}
