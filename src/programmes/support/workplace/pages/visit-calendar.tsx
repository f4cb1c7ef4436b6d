import { calendarResponse } from "#platform/web/calendar-response.ts";
import { shown } from "#platform/web/refusal.ts";
import { receiptCalendar } from "../receipt.usecases.server.ts";
import type { Route } from "./+types/visit-calendar";
import { ownDoor } from "./receipt-key.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, own } = await ownDoor(args);
  const { actor, target } = shown(own);
  return calendarResponse(shown(await receiptCalendar(app, actor, target)), "visit.ics");
}
