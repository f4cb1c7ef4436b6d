import { daysBetween, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import type { AskedRow } from "./enquiry.store.server.ts";

/** A request as a line of the inbox: no way to reach the workplace, which its own page tells. */
export const inboxRowOf = (request: SupportRequest, town: string, today: PlainDate) => ({
  id: request.id,
  number: request.number,
  workplace: request.workplace,
  size: request.size,
  industry: request.industry,
  town,
  topics: request.topics,
  kind: request.kind,
  status: request.status,
  fixed: request.fixed,
  slots: request.slots,
  age: daysBetween(request.madeOn, today),
  daysLeft: request.dueOn && daysBetween(today, request.dueOn),
});
export type InboxRow = ReturnType<typeof inboxRowOf>;

/** What a supporter was asked, as its own list tells it; of what it may still answer also the times. */
export const askedLineOf = (row: AskedRow) => ({
  id: row.id,
  requestId: row.requestId,
  number: row.number,
  kind: row.kind,
  state: row.state,
  deadline: row.deadline && plainDateIn(row.deadline, "Asia/Tokyo"),
  slots: ["open", "answered"].includes(row.state) ? row.slots : [],
  answers: row.answers,
  proposal: row.proposal,
  comment: row.comment,
});
