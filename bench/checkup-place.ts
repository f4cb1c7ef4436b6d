import type { Actor } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";

/** The area of the bench, and who analyses its checkups. */
export const AREA = "sma-32-02" as AreaId;
export const ANALYST: Actor = {
  kind: "person",
  userId: "bench" as UserId,
  name: "bench",
  memberships: [
    {
      organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId,
      role: "analyst",
      areas: [AREA],
    },
  ],
  reach: [AREA],
  provenAt: new Date(),
};
