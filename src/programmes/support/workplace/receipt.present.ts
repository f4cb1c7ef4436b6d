import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** A request as its workplace sees it. */
export const receiptOf = (request: SupportRequest) => ({
  id: request.id,
  areaId: request.areaId,
  number: request.number,
  language: request.language,
  status: request.status,
  topics: request.topics,
  wish: request.wish,
  people: request.people,
  place: request.place,
  wishes: request.wishes,
  fixed: request.fixed,
  /** The days that offices are being asked for. */
  asked: ["asking", "deciding"].includes(request.status) ? request.slots : [],
  dueOn: request.dueOn,
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
