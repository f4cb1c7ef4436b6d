import { z } from "zod";
import { type Actor, ROLES, type Role } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, isUuid } from "#platform/kernel/ids.ts";
import { conflict, forbidden, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { memberPolicy, offerableRoles } from "./access.ts";
import { listOpenInvitations } from "./invitations/store.server.ts";
import { MEMBERS } from "./messages.ts";
import { type Invitation, type Member, OPERATOR } from "./schema.ts";
import { endMembershipRow, findMember, listMembersOf } from "./store.server.ts";

type Named<T> = T & Readonly<{ organisation: string }>;
export type MembersView = Readonly<{
  members: readonly Named<Member>[];
  invitations: readonly Named<Invitation>[];
  organisations: readonly Readonly<{ id: string; name: string }>[];
  roles: readonly Role[];
  after: string | undefined;
}>;

const PAGE = 100;

/** Who belongs to the organisations that an actor looks after, and who is invited. */
export async function membersOf(
  app: App,
  actor: Actor,
  filter: { text?: string | undefined; after?: string | undefined } = {},
): Promise<Result<MembersView>> {
  return act(app, actor, async (unit) => {
    const areas = managedAreas(actor);
    if (areas.length === 0) return forbidden("member.list");
    for (const area of areas) {
      const permit = await authorise(unit, memberPolicy, "member.list", { type: "membership", area });
      if (!permit.ok) return permit;
    }
    const everywhere = areas.includes("jp" as AreaId);
    const found = await listMembersOf(unit, {
      areas: everywhere ? "all" : areas,
      text: filter.text,
      after: readPlace(filter.after),
      limit: PAGE + 1,
    });
    const members = found.slice(0, PAGE);
    const last = found.length > PAGE ? members.at(-1) : undefined;
    const invitations = await listOpenInvitations(unit, everywhere ? "all" : areas, unit.clock.now());
    const ids = [...members, ...invitations].map((one) => one.organisationId);
    const names = await getOrganisations(unit, [...new Set(ids)]);
    const named = <T extends Member | Invitation>(one: T) => ({
      ...one,
      organisation: names.get(one.organisationId)?.name ?? MEMBERS.operator,
    });
    const organisations = (await listOrganisations(unit, { limit: 2000 })).filter(
      (one) => everywhere || areas.includes(one.areaId),
    );
    return ok({
      members: members.map(named),
      invitations: invitations.map(named),
      organisations: [
        ...(everywhere ? [{ id: OPERATOR, name: MEMBERS.operator }] : []),
        ...organisations.map(({ id, name }) => ({ id, name })),
      ],
      roles: [...new Set(areas.flatMap((area) => offerableRoles(actor, area, ROLES)))],
      after: last && JSON.stringify([last.name, last.id]),
    });
  });
}

/** Where the list goes on; a place that somebody made up is no place. */
function readPlace(after: string | undefined): readonly [string, string] | undefined {
  const place = Place.safeParse(after);
  return place.success ? place.data : undefined;
}

const Place = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "not a place" });
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.string(), z.uuid()]));

/** Ends a membership; what the person did stays in the records. Nobody ends their own and shuts themselves out. */
export async function endMembership(app: App, actor: Actor, id: string): Promise<Result<undefined>> {
  return act(app, actor, async (unit) => {
    const member = isUuid(id) ? await findMember(unit, id) : undefined;
    if (!member) return notFound("membership");
    const permit = await authorise(unit, memberPolicy, "member.end", {
      type: "membership",
      id,
      area: member.areaId,
      person: member.userId,
      role: member.role,
    });
    if (!permit.ok) return notFound("membership");
    if (actor.kind === "person" && actor.userId === member.userId) return conflict(MEMBERS.own);
    const ended = await endMembershipRow(unit, member, unit.clock.now());
    return ended ? ok(undefined) : conflict(MEMBERS.gone);
  });
}

/** The home areas of the organisations that an actor looks after. */
function managedAreas(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "coordinator" || role === "administrator");
  return [...new Set(held.flatMap((membership) => membership.areas))];
}
