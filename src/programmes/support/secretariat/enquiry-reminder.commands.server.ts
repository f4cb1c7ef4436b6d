import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { isMailbox } from "#platform/mail/refusals.ts";
import { UNDELIVERED } from "../letters/undelivered.messages.ts";
import { mayStep } from "../model/enquiry.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import { type Enquiry, type EnquiryId, ofEnquiry } from "../model/request.schema.ts";
import { remindOne } from "../requests/enquiry.commands.server.ts";
import { updateEnquiry } from "../requests/enquiry.store.server.ts";
import { type Matter, onRequest, withMatter } from "../requests/step.commands.server.ts";

const LONGEST = 254;

/** Asks an office once more; it keeps its deadline, or gets a day where that has gone by. */
export const remind = command({
  ...onRequest,
  name: "enquiry.remind",
  target: ofEnquiry,
  run: withMatter(async (permit, matter, { enquiry }: z.output<typeof ofEnquiry>, app) => {
    const one = unansweredOf(matter, enquiry);
    return one.ok ? remindOne(permit, app, matter.request, one.value) : one;
  }),
});

/** The same by another address, where mail to the one that is known did not arrive. */
export const redirect = command({
  ...onRequest,
  name: "enquiry.redirect",
  target: ofEnquiry,
  input: z.object({
    email: z
      .string()
      .default("")
      .transform((address) => address.normalize("NFKC").trim())
      .refine((address) => isMailbox(address) && address.length <= LONGEST, {
        error: UNDELIVERED.wrongAddress,
      }),
  }),
  run: withMatter(async (permit, matter, { enquiry, email }, app) => {
    const one = unansweredOf(matter, enquiry);
    if (!one.ok) return one;
    await updateEnquiry(permit, one.value, { email });
    return remindOne(permit, app, matter.request, { ...one.value, email });
  }),
});

/** An enquiry that has no answer yet. */
function unansweredOf({ enquiries }: Matter, id: EnquiryId): Result<Enquiry> {
  const enquiry = enquiries.find((one) => one.id === id);
  if (!enquiry) return notFound("enquiry");
  return mayStep(enquiry.state, "remind") ? ok(enquiry) : conflict(ERRORS.ja.moment!);
}
