import { roleInOrganisation } from "#foundation/actors/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import { insertLook } from "./look.store.server.ts";

/** Writes down a look for the person that it is about: which office, in which role, at what. */
export async function noteLook(
  permit: ConsultationPermit,
  person: string,
  organisation: OrganisationId,
  what: string,
): Promise<void> {
  const role = roleInOrganisation(permit.actor, organisation, ["supervisor", "caseworker"]);
  const office = (await getOrganisations(permit, [organisation])).get(organisation);
  await insertLook(permit, {
    person,
    organisation,
    office: office?.name ?? "",
    role: role ? ROLE_NAMES[role] : "",
    what,
  });
}
