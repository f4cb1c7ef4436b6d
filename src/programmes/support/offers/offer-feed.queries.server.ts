import type { Feed } from "#evidence/directory/public.ts";
import { service } from "#foundation/actors/public.ts";
import { query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { selectListedOffers } from "./offer.store.server.ts";
import { listedOffer } from "./offer-feed.rules.ts";

const listEntries = query({
  name: "offer.serve",
  ...aboutAll("offer"),
  async run(permit) {
    const today = permit.clock.today();
    const offers = await selectListedOffers(permit, today);
    const ids = new Set(offers.flatMap(({ parts }) => parts.map(({ organisationId }) => organisationId)));
    const organisations = await getOrganisations(permit, [...ids]);
    return ok(offers.map((offer) => listedOffer(offer, organisations, today)));
  },
});

/** The published offers of all areas, as the directory lists them. */
export const OFFER_FEED: Feed = {
  source: "support-offer",
  list: async (app) => expectOk(await listEntries(app, service("support"), {})),
};
