import { act } from "#foundation/audit/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, type Result } from "#platform/kernel/result.ts";
import { isMailbox } from "#platform/mail/refusals.ts";
import { UNDELIVERED } from "../../letters/undelivered/messages.ts";
import { ERRORS } from "../../requests/messages.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { hold } from "../../requests/steps/usecases.server.ts";
import { updateEnquiry } from "../store.server.ts";
import { remindOne } from "../usecases.server.ts";

const LONGEST = 254;

/** Asks an office once more at another address, where mail to the first did not arrive. */
export function askElsewhere(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  enquiryId: string,
  address: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const enquiry = held.value.enquiries.find((one) => one.id === enquiryId);
    if (!enquiry) return notFound("enquiry");
    if (enquiry.state !== "open" && enquiry.state !== "no_answer") return conflict(ERRORS.ja.moment!);
    const email = address.normalize("NFKC").trim();
    if (!isMailbox(email) || email.length > LONGEST) return invalid({ email: [UNDELIVERED.wrongAddress] });
    await updateEnquiry(unit.tx, area, enquiry.id, { email });
    return remindOne(unit, app, held.value.request, { ...enquiry, email });
  });
}
