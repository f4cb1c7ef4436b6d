import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { shown } from "#platform/web/refusal.ts";
import { printLabels } from "../stock/label.queries.server.ts";
import type { Route } from "./+types/labels-file";

/** Labels of all units, on a common sheet. */
export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { pdf } = shown(await printLabels(app, actor, { area }));
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders("貸出機器のラベル.pdf", "application/pdf"),
  });
}
