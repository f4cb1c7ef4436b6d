import { pick } from "#platform/kernel/pick.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** What was asked, for the supporter who was asked. */
export const askedOf = (enquiry: Enquiry) => ({
  ...pick(enquiry, "id", "organisationName", "state", "answers", "proposal", "comment", "answeredAt"),
  hasMailbox: enquiry.email !== "",
  /** The last day for the answer, while it is open. */
  deadline: enquiry.state === "open" && enquiry.deadline ? dayOf(enquiry.deadline) : undefined,
});

const dayOf = (instant: Date): PlainDate => plainDateIn(instant, "Asia/Tokyo");

/** A request for who was asked: no telephone number or mailbox of the workplace, which are told once it is fixed. */
export const requestOf = (request: SupportRequest, comes: boolean) => ({
  ...pick(request, "number", "workplace", "size", "people", "industry", "topics", "wish", "slots"),
  ...pick(request, "status", "place", "decidedBy"),
  fixed: comes ? request.fixed : null,
});

/** How the workplace is reached: for who works on its request, and who comes. */
export const contactOf = ({ contact, phone, email, address }: SupportRequest) => ({
  contact,
  phone,
  email,
  address,
});
