import type { OrganisationId } from "#platform/kernel/ids.ts";
import { pick } from "#platform/kernel/pick.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import type { Enquiry, RequestEvent, SupportRequest } from "../model/request.schema.ts";
import { contactOf } from "./answer-view.present.ts";

const NO_CONTACT = { contact: "", phone: "", email: "", address: "" };

/** A request as staff work on it. */
const requestOf = (request: SupportRequest) => ({
  ...pick(request, "id", "number", "madeOn", "channel", "workplace", "industry", "size", "people"),
  ...pick(request, "kind", "service", "topics", "wish", "place", "freeOnly", "wishes", "cameBefore"),
  ...pick(request, "dueOn", "needs", "decidedBy", "status", "slots", "fixed", "passedTo", "changedAt"),
});

/** What one of those who were asked was asked, and what it said. */
const enquiryOf = (enquiry: Enquiry) => ({
  ...pick(enquiry, "id", "offerId", "organisationName", "kind", "professions", "state", "deadline"),
  ...pick(enquiry, "reminders", "answers", "proposal", "comment"),
  hasMailbox: enquiry.email !== "",
});
export type ShownEnquiry = ReturnType<typeof enquiryOf>;

/** What happened, and who did it, by name. */
export const eventOf = ({ position, at, action, detail }: RequestEvent, who: string) => ({
  position,
  at,
  action,
  detail,
  who,
});

/** For the secretariat, and for the neighbouring one to which it was passed. */
export const forStaff = (request: SupportRequest, enquiries: readonly Enquiry[]) => ({
  request: requestOf(request),
  contact: contactOf(request),
  enquiries: enquiries.map(enquiryOf),
  comes: true,
  seesFiles: true,
});

/**
 * For those who were asked: how to reach the workplace and the report once they come, its files until they are let go,
 * and never what others answered.
 */
export function forTheAsked(
  request: SupportRequest,
  all: readonly Enquiry[],
  organisations: readonly OrganisationId[],
) {
  const enquiries = all.filter((one) => organisations.includes(one.organisationId));
  const comes = enquiries.some((one) => one.state === "chosen");
  return {
    request: requestOf(request),
    contact: comes ? contactOf(request) : NO_CONTACT,
    enquiries: enquiries.map(enquiryOf),
    comes,
    seesFiles: enquiries.some((one) => !isLetGo(one.state)),
  };
}
