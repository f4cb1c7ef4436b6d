import { undeliveredOf } from "#foundation/letters/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { Undelivered } from "#platform/mail/deliveries.ts";
import type { SupportPermit } from "../access.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";

/** Mail of a request that did not arrive: to the workplace, and by enquiry with the office's telephone. */
export type UndeliveredMail = Readonly<{
  workplace: Undelivered | undefined;
  enquiries: Readonly<Record<string, Undelivered & Readonly<{ phone: string }>>>;
}>;

export async function undeliveredOfRequest(
  permit: SupportPermit,
  request: Pick<SupportRequest, "areaId" | "id" | "email">,
  enquiries: readonly Enquiry[],
): Promise<UndeliveredMail> {
  const lost = await undeliveredOf(permit, request.areaId, [
    ...[request, ...enquiries].map(({ id, email }) => ({ about: id as string, email })),
  ]);
  const told = enquiries.flatMap((one) => {
    const what = lost.get(one.id);
    return what ? [{ one, what }] : [];
  });
  const offices = await getOrganisations(
    permit,
    told.map(({ one }) => one.organisationId),
  );
  return {
    workplace: lost.get(request.id),
    enquiries: Object.fromEntries(
      told.map(({ one, what }) => [one.id, { ...what, phone: offices.get(one.organisationId)?.phone ?? "" }]),
    ),
  };
}
