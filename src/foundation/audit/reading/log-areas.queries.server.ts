import type { Actor } from "#foundation/actors/public.ts";
import { areasWithin, NATION } from "#foundation/areas/public.ts";
import { also, type Finder, type Permit } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { type AuditAction, auditPolicy } from "../access.ts";

/** The log of the first area that the actor looks after; of the others it is asked within. */
export const ownLog = ({ actor }: Pick<Finder, "actor">) => ({
  type: "audit",
  area: homesOf(actor)[0] ?? NATION,
});

/** The areas for which an actor is auditor or administrator; the nation alone for those of the nation. */
export function homesOf(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "auditor" || role === "administrator");
  const homes = [...new Set(held.flatMap((membership) => membership.areas))];
  return homes.includes(NATION) ? [NATION] : homes;
}

/** The areas whose log the actor may read, each asked for by name; all for those of the nation and the machine. */
export async function readableAreas(permit: Permit<AuditAction>): Promise<Result<readonly AreaId[] | "all">> {
  if (permit.subject.area === NATION) return ok("all");
  const homes = homesOf(permit.actor);
  for (const area of homes.slice(1)) {
    const more = await also(permit, auditPolicy, permit.action, { type: "audit", area });
    if (!more.ok) return more;
  }
  const within = await Promise.all(homes.map((area) => areasWithin(permit, area)));
  return ok([...new Set([...homes, ...within.flat().map((area) => area.id)])]);
}
