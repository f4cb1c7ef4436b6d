import { z } from "zod";
import { type Actor, OFFERED_ROLES, type Role } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { also, command, type Finder, query } from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { cursorOf, writeCursor } from "#platform/lists/cursor.ts";
import { memberPolicy, offerableRoles } from "./access.ts";
import { listOpenInvitations } from "./invitations/store.server.ts";
import { MEMBERS } from "./messages.ts";
import { type InvitationRow, type MemberRow, presentInvitation, presentMember } from "./present.ts";
import { OPERATOR } from "./schema.ts";
import { endMembershipRow, findMembership, listMembersOf } from "./store.server.ts";

export type MembersView = Readonly<{
  members: readonly MemberRow[];
  invitations: readonly InvitationRow[];
  organisations: readonly Readonly<{ id: string; name: string }>[];
  roles: readonly Role[];
  after: string | undefined;
}>;

const PAGE = 100;

const PLACE = cursorOf(z.tuple([z.string(), z.uuid()]));

/** Who belongs to the organisations that an actor looks after, and who is invited. */
export const listMembers = query({
  name: "member.list",
  policy: memberPolicy,
  target: z.object({ text: z.string().optional(), after: PLACE }),
  subject: ({ actor }: Finder) => ({ type: "membership", area: managedAreas(actor)[0] ?? NATION }),
  async run(permit, { text, after }): Promise<Result<MembersView>> {
    const { actor } = permit;
    const areas = managedAreas(actor);
    for (const area of areas.slice(1)) {
      const more = await also(permit, memberPolicy, "member.list", { type: "membership", area });
      if (!more.ok) return more;
    }
    const everywhere = areas.includes(NATION);
    const reached = everywhere ? "all" : areas;
    const found = await listMembersOf(permit, { areas: reached, text, after, limit: PAGE + 1 });
    const members = found.slice(0, PAGE);
    const last = found.length > PAGE ? members.at(-1) : undefined;
    const invitations = await listOpenInvitations(permit, reached);
    const ids = [...members, ...invitations].map((one) => one.organisationId);
    const names = await getOrganisations(permit, [...new Set(ids)]);
    const nameOf = (one: (typeof members | typeof invitations)[number]) =>
      names.get(one.organisationId)?.name ?? MEMBERS.operator;
    const organisations = (await listOrganisations(permit, { limit: 2000 })).filter(
      (one) => everywhere || areas.includes(one.areaId),
    );
    return ok({
      members: members.map((one) => presentMember(one, nameOf(one))),
      invitations: invitations.map((one) => presentInvitation(one, nameOf(one))),
      organisations: [
        ...(everywhere ? [{ id: OPERATOR, name: MEMBERS.operator }] : []),
        ...organisations.map(({ id, name }) => ({ id, name })),
      ],
      roles: [...new Set(areas.flatMap((area) => offerableRoles(actor, area, OFFERED_ROLES)))],
      after: last && writeCursor([last.name, last.id]),
    });
  },
  shows: ({ members, invitations }) => [
    ...members.map(({ userId }) => `user:${userId}`),
    ...invitations.map(({ id }) => `invitation:${id}`),
  ],
});

/** Ends a membership; what the person did stays in the records. Nobody ends their own and shuts themselves out. */
export const endMembership = command({
  name: "member.end",
  policy: memberPolicy,
  target: z.object({ id: rowId() }),
  async subject(find, { id }) {
    const found = await findMembership(find, id);
    return found && { type: "membership", id, area: found.areaId, person: found.userId, role: found.role };
  },
  async run(permit, { id }) {
    const { actor, subject } = permit;
    if (actor.kind === "person" && actor.userId === subject.person) return conflict(MEMBERS.own);
    const ended = await endMembershipRow(permit, { areaId: subject.area, id });
    return ended ? ok(undefined) : conflict(MEMBERS.gone);
  },
});

/** The home areas of the organisations that an actor looks after. */
function managedAreas(actor: Actor): AreaId[] {
  if (actor.kind !== "person") return [];
  const held = actor.memberships.filter(({ role }) => role === "coordinator" || role === "administrator");
  return [...new Set(held.flatMap((membership) => membership.areas))];
}
