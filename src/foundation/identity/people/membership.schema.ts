import { z } from "zod";
import { OFFERED_ROLES, type Role } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import type { StateTable } from "#platform/kernel/states.ts";
import { MEMBERS } from "../membership.messages.ts";

/** Who runs the installation: administrators and auditors of the whole belong to it, and to no organisation of an area. */
export const OPERATOR = "00000000-0000-7000-8000-000000000001" as OrganisationId;

export const INVITATION_DAYS = 7;

export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";
/** What can be done with an invitation in each state, and where it leads. */
export const INVITATION_STATES = {
  open: { accept: "accepted", withdraw: "withdrawn", renew: "open" },
  accepted: {},
  withdrawn: {},
  expired: { withdraw: "withdrawn", renew: "open" },
} as const satisfies StateTable<InvitationState, "accept" | "withdraw" | "renew">;

const name = z
  .string({ error: MEMBERS.errors.name })
  .trim()
  .min(1, { error: MEMBERS.errors.name })
  .max(120, { error: MEMBERS.errors.nameLong });

/** Where somebody is to join, and as what. */
export const Offer = z.object({
  organisation: z.uuid({ error: MEMBERS.errors.organisation }),
  role: z.enum(OFFERED_ROLES, { error: MEMBERS.errors.role }),
});

/** Who joins by an invitation, and how they sign in. */
export const JoinInput = z.object({ name, password: z.string() });

export const InvitationInput = z.object({
  name,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, { error: MEMBERS.errors.email })
    .pipe(z.email({ error: MEMBERS.errors.email })),
});

export type Member = Readonly<{
  areaId: AreaId;
  id: string;
  organisationId: OrganisationId;
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  since: Date;
  disabled: boolean;
  lastSignInAt: Date | null;
}>;

export type Invitation = Readonly<{
  areaId: AreaId;
  id: string;
  organisationId: OrganisationId;
  role: Role;
  email: string;
  name: string;
  invitedBy: string;
  invitedAt: Date;
  expiresAt: Date;
}>;
