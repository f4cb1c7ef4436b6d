import { pick } from "#platform/kernel/pick.ts";
import { sameSlots } from "../model/offer.rules.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** A request as its workplace sees it. */
export const receiptOf = (request: SupportRequest) => ({
  ...pick(request, "id", "areaId", "number", "language", "status", "topics", "wish", "people", "place"),
  ...pick(request, "wishes", "fixed", "dueOn", "address", "email", "madeOn"),
  /** Where a day is fixed, the other days that the workplace asks for. */
  otherDays: request.fixed ? request.wishes.filter((wish) => !sameSlots([wish], [request.fixed!])) : [],
  /** The days that offices are being asked for. */
  asked: ["asking", "deciding"].includes(request.status) ? request.slots : [],
});

type Offered = Readonly<{ id: string; equipment: string; fee: string; feeNote: string }>;

/** Who comes to a workplace, with the office's own word on its fee where it has one, else whether there is any. */
export function comersOf(enquiries: readonly Enquiry[], offers: readonly Offered[]) {
  return enquiries.map((one) => {
    const offer = offers.find(({ id }) => id === one.offerId);
    const paid = offer?.fee === "paid";
    return {
      name: one.organisationName,
      equipment: offer?.equipment ?? "",
      paid,
      feeNote: paid ? offer.feeNote : "",
    };
  });
}
