import { shown } from "#platform/web/refusal.ts";
import { receiptCalendar } from "../receipt.usecases.server.ts";
import type { Route } from "./+types/visit-calendar";
import { ownDoor } from "./receipt-key.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, own } = await ownDoor(args);
  const { actor, target } = shown(own);
  const text = shown(await receiptCalendar(app, actor, target));
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="visit.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
