import { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import { query, reachAlso } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { intakeOn, takesAny } from "../model/offer.rules.ts";
import type { Offer } from "../model/offer.schema.ts";
import { selectOffers } from "../offers/offer.store.server.ts";
import { placeOf } from "./consultation.present.ts";

/** The offers of an area to which one person can go, as far as anybody is taken now. */
export async function consultationsIn(permit: SupportPermit, area: AreaId): Promise<Offer[]> {
  const today = permit.clock.today();
  const offers = await selectOffers(permit, area, { published: true, on: today });
  return offers
    .filter(({ kind, service }) => kind === "consultation" || service?.startsWith("consult_"))
    .filter((offer) => takesAny(intakeOn(offer, today)));
}

const listConsultations = query({
  name: "consultation.list",
  policy: supportPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "offer", area }),
  async run(permit, { area }) {
    // What is published is read with who offers it; of requests none is reached.
    await reachAlso(permit, area, newId());
    const offers = await consultationsIn(permit, area);
    const ids = offers.flatMap(({ parts }) => parts.map(({ organisationId }) => organisationId));
    const known = await getOrganisations(permit, ids);
    return ok(offers.flatMap((offer) => offer.parts.map((part) => placeOf(offer, part, known))));
  },
});

/** Where a worker can go, with telephone and hours, as anybody may know it. */
export const placesFor = async (app: App, area: AreaId) =>
  expectOk(await listConsultations(app, VISITOR, { area }));
