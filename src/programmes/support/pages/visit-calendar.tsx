import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { receiptCalendar } from "../requests/receipt/usecases.server.ts";
import type { Route } from "./+types/visit-calendar";

export async function loader({ context, params }: Route.LoaderArgs) {
  const text = shown(await receiptCalendar(requestOf(context).app, params.token));
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="visit.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
