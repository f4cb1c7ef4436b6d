import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { invalid, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { TEXTS } from "../model/enquiry.messages.ts";
import { mayStep, slotKey } from "../model/enquiry.rules.ts";
import { TimesInput } from "../model/enquiry.schema.ts";
import { sameSlots } from "../model/offer.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { timeValues } from "../model/request-form.rules.ts";
import { advance } from "./answer.commands.server.ts";
import { deadlineOf, send, slotsFrom } from "./enquiry.commands.server.ts";
import { findRequest } from "./request.store.server.ts";
import { onRequest, step, stepEnquiry, withMatter } from "./step.commands.server.ts";

/** Those who were asked and have not been let go: also who did not answer may be free on another day. */
export const stillAsked = (enquiries: readonly Enquiry[]): Enquiry[] =>
  enquiries.filter((one) => mayStep(one.state, "reask"));

/**
 * What was asked for is no longer what it was: everybody is asked anew. Where only the times are others (`keep`), what
 * was said of a time stays said: who has answered to all of them is not troubled again, so that a change which is
 * taken back costs no answer.
 */
export async function askAnew(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  { keep }: { keep: boolean },
): Promise<Result<SupportRequest>> {
  const now = permit.clock.now();
  for (const enquiry of stillAsked(enquiries)) {
    const said = keep ? enquiry.said : {};
    if (request.slots.every((slot) => slotKey(slot) in said)) {
      await stepEnquiry(permit, enquiry, "keep");
      continue;
    }
    const deadline = deadlineOf(now, enquiry.daysToAnswer);
    await stepEnquiry(permit, enquiry, "reask", {
      said: JSON.stringify(said),
      proposal: "",
      comment: "",
      answeredAt: null,
      askedAt: now,
      deadline,
      reminders: 0,
      remindedAt: null,
    });
    await send(permit, app, request, { ...enquiry, askedAt: now, deadline, reminders: 0 }, "asked_anew");
  }
  return advance(permit, app, request);
}

/** The coordinator proposes other times, because of what an office proposed or because those before can't be had. */
export const changeTimes = command({
  ...onRequest,
  name: "request.retime",
  input: TimesInput,
  async seen(permit, { area, id }) {
    const request = await findRequest(permit, area, id, true);
    return request && timeValues(request.slots);
  },
  run: withMatter(async (permit, { request, enquiries }, { slots: wanted }, app) => {
    const slots = slotsFrom(wanted, permit.clock.today());
    if (!slots) return invalid({ slots: [ERRORS.ja.day!] });
    if (slots.length === 0) return invalid({ slots: [TEXTS.noSlots] });
    if (sameSlots(slots, request.slots)) return invalid({ slots: [TEXTS.sameSlots] });
    const done = await step(permit, request, "reask", {
      detail: { slots },
      change: { slots: JSON.stringify(slots) },
    });
    return done.ok ? askAnew(permit, app, done.value, enquiries, { keep: true }) : done;
  }),
});
