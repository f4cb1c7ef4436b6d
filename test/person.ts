import type { Actor, Role } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { NOW } from "#test/app.ts";

/** Roles at one workplace or one desk: they see no more of an area than anybody does. */
export const OUTSIDE_THE_STAFF: readonly Role[] = [
  "workplace",
  "reception",
  "implementer",
  "interview_doctor",
  "organiser",
];

/** Somebody who is signed in and has that role in an area, with it in reach and what else is given. */
export const person = (
  role: Role,
  area: AreaId,
  { name = role, reach = [area] }: Readonly<{ name?: string; reach?: readonly AreaId[] }> = {},
): Actor => ({
  kind: "person",
  userId: `u-${name}-${area}` as UserId,
  name,
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId, role, areas: [area] },
  ],
  reach,
  provenAt: new Date(NOW),
});
