import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { OrganisationLine, OrganisationPart } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { INTAKE_NAMES, KIND_NAMES } from "../model/offer.messages.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { countEnquiriesOf, selectOffersOf } from "./organisation-part.store.server.ts";

const ofOrganisation = z.object({ organisation: rowId<OrganisationId>() });

/** What an organisation offers in the areas in reach. */
const listOffersOf = query({
  ...aboutAll("offer"),
  name: "offer.list-of",
  target: ofOrganisation,
  async run(permit, { organisation }) {
    const own = areasAs(permit.actor, "coordinator");
    const offers = await selectOffersOf(permit, organisation);
    const areas = await getAreas(permit, [...new Set(offers.map((one) => one.areaId))]);
    return ok(
      offers
        .filter((one) => one.published || own.includes(one.areaId))
        .map(
          (one): OrganisationLine => ({
            text: one.title,
            detail: [areas.get(one.areaId)?.name, KIND_NAMES[one.kind].ja, INTAKE_NAMES[one.intake]]
              .filter(Boolean)
              .join("・"),
            ...(own.includes(one.areaId)
              ? { to: `/areas/${areas.get(one.areaId)?.slug ?? one.areaId}/offers/${one.id}` }
              : {}),
          }),
        ),
    );
  },
});

/** For the secretariat: how often it was asked, answered and came, by area. */
const countAskedOf = query({
  ...aboutAll("request"),
  name: "enquiry.count-of",
  target: ofOrganisation,
  async run(permit, { organisation }) {
    const own = areasAs(permit.actor, "coordinator");
    const counts = (await countEnquiriesOf(permit, organisation)).filter((one) => own.includes(one.areaId));
    const areas = await getAreas(
      permit,
      counts.map((one) => one.areaId),
    );
    return ok(
      counts.map(
        (one): OrganisationLine => ({
          text: `打診 ${one.asked}件・回答 ${one.answered}件・実施 ${one.came}件`,
          detail: areas.get(one.areaId)?.name ?? "",
          to: `/areas/${areas.get(one.areaId)?.slug ?? one.areaId}/requests/statistics`,
        }),
      ),
    );
  },
});

export const SUPPORT_OF_ORGANISATION: readonly OrganisationPart[] = [
  { title: "支援メニュー", position: 20, query: listOffersOf as unknown as OrganisationPart["query"] },
  { title: "打診と実施", position: 30, query: countAskedOf as unknown as OrganisationPart["query"] },
];
