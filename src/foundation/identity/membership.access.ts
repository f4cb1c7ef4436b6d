import type { Actor, Role } from "#foundation/actors/public.ts";
import { roleInArea } from "#foundation/actors/public.ts";
import {
  anyOf,
  definePolicy,
  holderOf,
  type Rule,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** `role` is the one that is offered or ended, `to` the one that follows it; none where the list is asked for. */
export type MemberSubject = Subject & Readonly<{ role?: Role; to?: Role }>;

/** What only administrators hand out: these roles see into every organisation, or into the log. */
export const RESERVED: readonly Role[] = ["administrator", "auditor"];

export const administrators: Rule = (actor, { area }) =>
  roleInArea(actor, area, ["administrator"]) ?? roleInArea(actor, "jp" as AreaId, ["administrator"]);

const coordinators: Rule<MemberSubject> = (actor, { area, role, to }) =>
  [role, to].some((one) => one !== undefined && RESERVED.includes(one))
    ? undefined
    : roleInArea(actor, area, ["coordinator"]);

const managers = anyOf(administrators, coordinators);
const invited = holderOf("invitation");

/**
 * Coordinators of the organisation's home area look after all roles but the reserved ones; administrators of the area
 * or of the nation after all. Whoever holds an invitation's link accepts it. The page of today asks about each invitation
 * by itself, and leaves no entry.
 */
export const memberPolicy = definePolicy(
  {
    "member.list": managers,
    "member.export": managers,
    "member.invite": managers,
    "member.invite-again": managers,
    "member.withdraw-invitation": managers,
    "member.end": managers,
    "member.read": managers,
    "member.change-role": managers,
    "member.list-ending": signedIn,
    "member.read-invitation": invited,
    "member.accept": invited,
    "member.join": invited,
    "member.add": services("cli"),
  },
  { quiet: ["member.list-ending", "member.read-invitation"] },
);

export type MemberAction = keyof typeof memberPolicy.rights;

/** The roles that an actor may offer in an organisation at home in that area. */
export function offerableRoles(actor: Actor, area: AreaId, roles: readonly Role[]): Role[] {
  return roles.filter(
    (role) => memberPolicy.may(actor, "member.invite", { type: "membership", area, role }) !== undefined,
  );
}

/** The home areas of the organisations that an actor looks after. */
export function managedAreas(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "coordinator" || role === "administrator");
  return [...new Set(held.flatMap((membership) => membership.areas))];
}
