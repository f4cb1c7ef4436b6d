import type { Unit } from "#foundation/audit/public.ts";
import type { App } from "#platform/app.ts";
import type { Enquiry, SupportRequest } from "../../requests/schema.ts";
import { updateEnquiry } from "../store.server.ts";
import { deadlineOf, send } from "../usecases.server.ts";

/** Those who were asked and have not been let go: also who did not answer may be free on another day. */
export const stillAsked = (enquiries: readonly Enquiry[]): Enquiry[] =>
  enquiries.filter((one) => ["open", "answered", "no_answer"].includes(one.state));

/** What was asked for is no longer what it was: the answers are void, the history keeps them, and each is asked anew. */
export async function askAnew(
  unit: Unit,
  app: App,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
): Promise<void> {
  const now = unit.clock.now();
  for (const enquiry of stillAsked(enquiries)) {
    const deadline = deadlineOf(now, enquiry.daysToAnswer);
    await updateEnquiry(unit.tx, request.areaId, enquiry.id, {
      state: "open",
      answers: null,
      proposal: "",
      comment: "",
      answered_at: null,
      asked_at: now,
      deadline,
      reminders: 0,
      reminded_at: null,
    });
    await send(unit, app, request, { ...enquiry, askedAt: now, deadline, reminders: 0 }, "asked_anew");
  }
}
