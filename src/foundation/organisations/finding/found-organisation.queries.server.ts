import { getAreas } from "#foundation/areas/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { type OrganisationSubject, organisationPolicy, subjectOf } from "../access.ts";
import { STATUS_NAMES, sectorLabel } from "../messages.ts";
import { statusOn } from "../rules.ts";
import { getOrganisations } from "../usecases.server.ts";
import { findableOrganisations } from "./found-organisation.store.server.ts";

/** Organisations, by name, reading and address. */
export const FOUND_ORGANISATIONS = defineFound({
  kind: "organisation",
  name: { ja: "関係機関", en: "Organisations" },
  position: 70,
  may: (actor, subject: OrganisationSubject) => organisationPolicy.may(actor, "organisation.read", subject),
  rows: findableOrganisations,
  async show(permit, keys, language) {
    const found = await getOrganisations(
      permit,
      keys.map(({ id }) => id as OrganisationId),
    );
    const areas = await getAreas(
      permit,
      keys.map(({ areaId }) => areaId),
    );
    const today = permit.clock.today();
    return [...found.values()].map((one): Hit<OrganisationSubject> => {
      const status = statusOn(one, today);
      const notes = [sectorLabel(one.sector, language), areas.get(one.areaId)?.name];
      if (status !== "active") notes.push(STATUS_NAMES[status][language]);
      return {
        areaId: one.areaId,
        id: one.id,
        title: one.name,
        note: notes.filter(Boolean).join("・"),
        to: `/organisations/${one.id}${language === "en" ? "?lang=en" : ""}`,
        subject: subjectOf(one),
      };
    });
  },
});
