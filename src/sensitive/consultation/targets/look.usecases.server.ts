import { roleInOrganisation } from "#foundation/actors/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { insertLook } from "./look.store.server.ts";
import { findGround } from "./target.store.server.ts";

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

/** The same of what belongs to a case. Of one that came by a referral the person's own page is that of who sent it. */
export async function noteCaseLook(
  permit: ConsultationPermit,
  row: Pick<CaseRow, "personId" | "organisationId" | "referralId">,
  what: string,
): Promise<void> {
  const ground = row.referralId ? await findGround(permit, row.referralId) : undefined;
  await noteLook(permit, ground?.personId ?? row.personId, row.organisationId, what);
}
