import { requestOf } from "#foundation/identity/public.ts";
import { calendarResponse } from "#platform/web/calendar-response.ts";
import { shown } from "#platform/web/refusal.ts";
import { answerCalendar } from "../../requests/answer-view.queries.server.ts";
import type { Route } from "./+types/answer-calendar";
import { askedDoor } from "./answer-key.tsx";

/** The visit for the calendar of who comes. */
export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { actor, target } = shown(await askedDoor(app, token));
  return calendarResponse(shown(await answerCalendar(app, actor, target)), "visit.ics");
}
