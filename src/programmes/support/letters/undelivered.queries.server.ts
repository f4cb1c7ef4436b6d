import { getOrganisations } from "#foundation/organisations/public.ts";
import { deliveriesOf, type Undelivered, undeliveredTo } from "#platform/mail/deliveries.ts";
import type { SupportPermit } from "../access.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** Mail of a request that did not arrive: to the workplace, and by enquiry with the office's telephone. */
export type UndeliveredMail = Readonly<{
  workplace: Undelivered | undefined;
  enquiries: Readonly<Record<string, Undelivered & Readonly<{ phone: string }>>>;
}>;

export async function undeliveredOf(
  permit: SupportPermit,
  request: Pick<SupportRequest, "areaId" | "id" | "email">,
  enquiries: readonly Enquiry[],
): Promise<UndeliveredMail> {
  const ids = [request.id, ...enquiries.map((one) => one.id)];
  const last = await deliveriesOf(permit, request.areaId, ids);
  const told = enquiries.flatMap((one) => {
    const what = undeliveredTo(one.email, last.get(one.id));
    return what ? [{ one, what }] : [];
  });
  const offices = await getOrganisations(
    permit,
    told.map(({ one }) => one.organisationId),
  );
  return {
    workplace: undeliveredTo(request.email, last.get(request.id)),
    enquiries: Object.fromEntries(
      told.map(({ one, what }) => [one.id, { ...what, phone: offices.get(one.organisationId)?.phone ?? "" }]),
    ),
  };
}
