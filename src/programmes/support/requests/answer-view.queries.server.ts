import { getAreas } from "#foundation/areas/public.ts";
import { type OutputOf, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import { feedbackOf, reportOf } from "../model/report.present.ts";
import { findOffer } from "../offers/offer.store.server.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";
import { askedOf, contactOf, requestOf } from "./answer-view.present.ts";
import { clashesAt } from "./engagement.rules.ts";
import { selectEngagements } from "./engagement.store.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { findFeedback, findReport } from "./report.store.server.ts";
import { findRequest } from "./request.store.server.ts";
import { selectAttached } from "./request-file.store.server.ts";
import { visitFile } from "./visit-letter.commands.server.ts";

/** What a supporter sees behind its link. */
export const readAnswer = query({
  name: "enquiry.read",
  ...onEnquiry,
  hides: true,
  async run(permit, { area, id, enquiry: enquiryId }) {
    const request = await findRequest(permit, area, id);
    const enquiries = await selectEnquiries(permit, area, id);
    const enquiry = enquiries.find((one) => one.id === enquiryId);
    if (!request || !enquiry) return notFound("enquiry");
    const towns = await getAreas(permit, [request.municipality as AreaId]);
    const offer = await findOffer(permit, area, enquiry.offerId);
    const comes = enquiry.state === "chosen";
    const others = enquiries.filter((one) => one.state === "chosen" && one.id !== enquiry.id);
    const report = comes ? await findReport(permit, area, id) : undefined;
    const feedback = comes ? await findFeedback(permit, area, id) : undefined;
    const engagements = isLetGo(enquiry.state)
      ? []
      : await selectEngagements(permit, area, [enquiry.organisationId], permit.clock.today());
    return ok({
      enquiry: askedOf(enquiry),
      /** By time that was asked for: where the office is bound elsewhere. */
      clashes: request.slots.map((slot) => clashesAt(slot, enquiry, engagements)),
      request: requestOf(request, comes),
      town: towns.get(request.municipality as AreaId)?.name ?? "",
      offer: offer?.title ?? "",
      files: isLetGo(enquiry.state) ? [] : await selectAttached(permit, area, id),
      contact: comes ? contactOf(request) : null,
      together: comes ? others.map((one) => one.organisationName) : [],
      report: report && reportOf(report),
      feedback: feedback && feedbackOf(feedback),
      today: permit.clock.today(),
    });
  },
});
export type AnswerView = OutputOf<typeof readAnswer>;

/** The visit as a file for the calendar of who comes; nothing where they do not. */
export const answerCalendar = query({
  name: "enquiry.calendar",
  ...onEnquiry,
  hides: true,
  async run(permit, { area, id, enquiry }, app) {
    const request = await findRequest(permit, area, id);
    const one = (await selectEnquiries(permit, area, id)).find((each) => each.id === enquiry);
    if (!request?.fixed || one?.state !== "chosen") return notFound("visit");
    const told = { slot: request.fixed, sequence: request.moves, cancelled: false };
    return ok((await visitFile(permit, app, request, told)).text);
  },
});
