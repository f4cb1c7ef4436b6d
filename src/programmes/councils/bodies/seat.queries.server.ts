import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { OrganisationLine, OrganisationPart } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { councilPolicy } from "../access.ts";
import { selectSeatsOf } from "./seat.store.server.ts";

/** On which councils an organisation sits, for who works for the area or sits there. */
const listSeatsOf = query({
  name: "council-member.list-seats",
  policy: councilPolicy,
  target: z.object({ organisation: rowId<OrganisationId>() }),
  subject: () => ({ type: "council-member", area: NATION }),
  async run(permit, { organisation }) {
    const { actor } = permit;
    const seen = [...areasAs(actor, "coordinator"), ...areasAs(actor, "member")];
    const seats = (await selectSeatsOf(permit, organisation)).filter(({ areaId }) => seen.includes(areaId));
    const areas = await getAreas(
      permit,
      seats.map(({ areaId }) => areaId),
    );
    return ok(
      seats.map(
        ({ areaId, name, organisation: sits }): OrganisationLine => ({
          text: name,
          detail: sits,
          to: `/areas/${areas.get(areaId)?.slug ?? areaId}/council`,
        }),
      ),
    );
  },
});

export const SEATS_OF_ORGANISATION: OrganisationPart = {
  title: "協議会・会議体",
  position: 10,
  query: listSeatsOf as unknown as OrganisationPart["query"],
};
