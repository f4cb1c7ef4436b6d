import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** What was asked, for the supporter who was asked. */
export const askedOf = (enquiry: Enquiry) => ({
  id: enquiry.id,
  organisationName: enquiry.organisationName,
  state: enquiry.state,
  answers: enquiry.answers,
  proposal: enquiry.proposal,
  comment: enquiry.comment,
  hasMailbox: enquiry.email !== "",
  /** The last day for the answer, while it is open. */
  deadline: enquiry.state === "open" && enquiry.deadline ? dayOf(enquiry.deadline) : undefined,
});

const dayOf = (instant: Date): PlainDate => plainDateIn(instant, "Asia/Tokyo");

/** A request for who was asked: no telephone number or mailbox of the workplace, which are told once it is fixed. */
export const requestOf = (request: SupportRequest, comes: boolean) => ({
  number: request.number,
  workplace: request.workplace,
  size: request.size,
  people: request.people,
  industry: request.industry,
  topics: request.topics,
  wish: request.wish,
  slots: request.slots,
  status: request.status,
  place: request.place,
  decidedBy: request.decidedBy,
  fixed: comes ? request.fixed : null,
});

/** How the workplace is reached: for who works on its request, and who comes. */
export const contactOf = ({ contact, phone, email, address }: SupportRequest) => ({
  contact,
  phone,
  email,
  address,
});
