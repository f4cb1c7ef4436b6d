import { KIND_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { showSlot } from "../model/visit.present.ts";
import { NEXT, OWN } from "./own-request.messages.ts";

/** A request as its workplace's list tells it. */
export const rowOf = (request: SupportRequest) => ({
  id: request.id,
  number: request.number,
  madeOn: request.madeOn,
  what:
    request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・") ||
    (request.kind ? KIND_NAMES[request.kind].ja : OWN.consult),
  // What is new to the office was received, to the workplace.
  state: request.status === "new" ? OWN.received : STATUS_NAMES[request.status].ja,
  when: request.fixed
    ? showSlot(request.fixed)
    : request.slots[0]
      ? `${showSlot(request.slots[0])}${request.slots.length > 1 ? " ほか" : ""}`
      : OWN.propose,
  next: NEXT[request.status],
});
