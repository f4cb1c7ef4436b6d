import { z } from "zod";
import { type Actor, OFFERED_ROLES, type Role } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { also, command, type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ListPage, listTarget, pageOf } from "#platform/lists/list.ts";
import { memberPolicy, offerableRoles } from "./access.ts";
import { listOpenInvitations } from "./invitations/store.server.ts";
import { MEMBERS } from "./messages.ts";
import {
  type InvitationRow,
  MEMBER_LIST,
  type MemberQuery,
  type MemberRow,
  presentInvitation,
  presentMember,
} from "./present.ts";
import { OPERATOR } from "./schema.ts";
import { endMembershipRow, findMembership, listMembersOf } from "./store.server.ts";

export type MembersView = Readonly<{
  members: ListPage<MemberRow>;
  invitations: readonly InvitationRow[];
  organisations: readonly Readonly<{ id: string; name: string }>[];
  roles: readonly Role[];
}>;

const ofMembers = {
  policy: memberPolicy,
  target: z.object({ list: listTarget(MEMBER_LIST) }),
  subject: ({ actor }: Finder) => ({ type: "membership", area: managedAreas(actor)[0] ?? NATION }),
};

/** Who belongs to the organisations that an actor looks after, and who is invited. */
export const listMembers = query({
  name: "member.list",
  ...ofMembers,
  async run(permit, { list }): Promise<Result<MembersView>> {
    const { actor } = permit;
    const reached = await lookedAfter(permit);
    if (!reached.ok) return reached;
    const areas = managedAreas(actor);
    const everywhere = reached.value === "all";
    const invitations = await listOpenInvitations(permit, reached.value);
    const names = await getOrganisations(permit, [...new Set(invitations.map((one) => one.organisationId))]);
    const organisations = (await listOrganisations(permit, { limit: 2000 })).filter(
      (one) => everywhere || areas.includes(one.areaId),
    );
    return ok({
      members: await memberPage(permit, reached.value, list),
      invitations: invitations.map((one) =>
        presentInvitation(one, names.get(one.organisationId)?.name ?? MEMBERS.operator),
      ),
      organisations: [
        ...(everywhere ? [{ id: OPERATOR, name: MEMBERS.operator }] : []),
        ...organisations.map(({ id, name }) => ({ id, name })),
      ],
      roles: [...new Set(areas.flatMap((area) => offerableRoles(actor, area, OFFERED_ROLES)))],
    });
  },
});

/** The whole list for a file: names and mail addresses leave together, so it has a right and an entry of its own. */
export const exportMembers = query({
  name: "member.export",
  ...ofMembers,
  async run(permit, { list }) {
    const reached = await lookedAfter(permit);
    return reached.ok ? ok(await memberPage(permit, reached.value, list)) : reached;
  },
});

/** The areas whose members the actor looks after, each asked for by name; all for those of the nation. */
async function lookedAfter(
  permit: Permit<"member.list" | "member.export">,
): Promise<Result<readonly AreaId[] | "all">> {
  const areas = managedAreas(permit.actor);
  for (const area of areas.slice(1)) {
    const more = await also(permit, memberPolicy, permit.action, { type: "membership", area });
    if (!more.ok) return more;
  }
  return ok(areas.includes(NATION) ? "all" : areas);
}

async function memberPage(
  permit: Permit<"member.list" | "member.export">,
  areas: readonly AreaId[] | "all",
  list: MemberQuery,
): Promise<ListPage<MemberRow>> {
  const found = await listMembersOf(permit, areas, list);
  const names = await getOrganisations(permit, [...new Set(found.map((one) => one.organisationId))]);
  const rows = found.map((one) =>
    presentMember(one, names.get(one.organisationId)?.name ?? MEMBERS.operator),
  );
  return pageOf(MEMBER_LIST, list, rows);
}

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
