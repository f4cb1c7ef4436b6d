import type { Actor, Role } from "#foundation/actors/public.ts";
import { roleInArea } from "#foundation/actors/public.ts";
import type { Grounds, Policy, Subject } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type MemberAction =
  | "member.list"
  | "member.invite"
  | "member.withdraw-invitation"
  | "member.end"
  | "member.accept";

/** `role` is the one that is offered or ended; none where the list is asked for. */
export type MemberSubject = Subject & Readonly<{ role?: Role }>;

/** What only administrators hand out: these roles see into every organisation, or into the log. */
export const RESERVED: readonly Role[] = ["administrator", "auditor"];

/**
 * Coordinators of the organisation's home area look after all roles but the reserved ones; administrators of the area
 * or of the nation after all. Whoever holds an invitation's link accepts it for themselves.
 */
export const memberPolicy: Policy<MemberAction, MemberSubject> = {
  may(actor, action, subject) {
    if (actor.kind === "service") return "service";
    if (action === "member.accept") return actor.kind === "person" ? "oneself" : undefined;
    return administratorOf(actor, subject.area) ?? coordinatorOf(actor, subject);
  },
  quiet: ["member.list"],
};

function coordinatorOf(actor: Actor, subject: MemberSubject): Grounds | undefined {
  if (subject.role !== undefined && RESERVED.includes(subject.role)) return undefined;
  return roleInArea(actor, subject.area, ["coordinator"]);
}

function administratorOf(actor: Actor, area: AreaId): Grounds | undefined {
  return roleInArea(actor, area, ["administrator"]) ?? roleInArea(actor, "jp" as AreaId, ["administrator"]);
}

/** The roles that an actor may offer in an organisation at home in that area. */
export function offerableRoles(actor: Actor, area: AreaId, roles: readonly Role[]): Role[] {
  return roles.filter(
    (role) => memberPolicy.may(actor, "member.invite", { type: "membership", area, role }) !== undefined,
  );
}
