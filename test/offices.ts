import type { Actor, Role } from "#foundation/actors/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { NOW } from "#test/app.ts";

/** The area of the sample offices. */
export const HAMADA = "sma-32-02" as AreaId;

/** Sample offices that counsel people. */
export const HEALTH_CENTRE = sampleOrganisationId(HAMADA, "浜田保健所");
export const WORK_HEALTH_CENTRE = sampleOrganisationId(HAMADA, "浜田地域産業保健センター");

/** Somebody who is signed in and has that role in an office, with a fresh proof of who they are. */
export const worker = (organisationId: OrganisationId, role: Role, name: string = role): Actor => ({
  kind: "person",
  userId: `u-${name}-${organisationId}` as UserId,
  name,
  memberships: [{ organisationId, role, areas: [HAMADA] }],
  reach: [HAMADA],
  provenAt: new Date(NOW),
});
