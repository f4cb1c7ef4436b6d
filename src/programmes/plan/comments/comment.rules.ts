import type { Actor } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlanComment } from "./comment.schema.ts";

/** The organisation for which somebody speaks in an area: the one that sits at the table there. */
export function speaksFor(actor: Actor, area: AreaId): OrganisationId | undefined {
  if (actor.kind !== "person") return undefined;
  return actor.memberships.find(
    (held) => (held.role === "member" || held.role === "coordinator") && held.areas.includes(area),
  )?.organisationId;
}

/** What was hidden is seen by those alone who may show it again. */
export const seenBy = (comments: readonly PlanComment[], mayHide: boolean): PlanComment[] =>
  comments.filter((comment) => mayHide || !comment.hidden);
