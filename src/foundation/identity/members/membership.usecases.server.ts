import { z } from "zod";
import { areasAs, OFFERED_ROLES, type Role } from "#foundation/actors/public.ts";
import { getArea, NATION } from "#foundation/areas/public.ts";
import {
  also,
  chosenInForm,
  command,
  type Finder,
  type Permit,
  query,
  whoLookedAt,
} from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ListPage, listTarget, pageOf } from "#platform/lists/list.ts";
import { managedAreas, memberPolicy, offerableRoles } from "../membership.access.ts";
import { MEMBERS } from "../membership.messages.ts";
import {
  type InvitationRow,
  MEMBER_LIST,
  type MemberQuery,
  type MemberRow,
  presentInvitation,
  presentMember,
} from "../people/membership.present.ts";
import { Offer, OPERATOR } from "../people/membership.schema.ts";
import {
  endMembershipRow,
  findMember,
  findMembership,
  hasMembership,
  insertMembership,
  listMembersOf,
  selectMemberships,
} from "../people/membership.store.server.ts";
import { userPolicy } from "../user.access.ts";
import { listInvitations } from "./invitation.store.server.ts";

export type MembersView = Readonly<{
  members: ListPage<MemberRow>;
  invitations: readonly InvitationRow[];
  organisations: readonly Readonly<{ id: string; name: string }>[];
  roles: readonly Role[];
  /** The areas in whose letters they may change the words. */
  letters: readonly Readonly<{ slug: string; name: string }>[];
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
    const letters = [];
    for (const area of areasAs(actor, "coordinator")) letters.push(await getArea(permit, area));
    const invitations = await listInvitations(permit, reached.value, "standing");
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
      letters: letters.map(({ slug, name }) => ({ slug, name })),
    });
  },
  shows: ({ members, invitations }) => [
    ...members.rows.map(({ userId }) => `user:${userId}`),
    ...invitations.map(({ id }) => `invitation:${id}`),
  ],
});

/** The whole list for a file: names and mail addresses leave together, so it has a right and an entry of its own. */
export const exportMembers = query({
  name: "member.export",
  ...ofMembers,
  async run(permit, { list }) {
    const reached = await lookedAfter(permit);
    return reached.ok ? ok(await memberPage(permit, reached.value, list)) : reached;
  },
  shows: ({ rows }) => rows.map(({ userId }) => `user:${userId}`),
  fresh: true,
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

const ofMember = z.object({ id: rowId() });

async function openMembership(find: Finder, { id }: z.output<typeof ofMember>) {
  const found = await findMembership(find, id);
  if (!found?.open) return undefined;
  return { type: "membership", id, area: found.areaId, person: found.userId, role: found.role };
}

/** One who belongs, with the roles that may be given instead and what may be done about the account. */
export const readMember = query({
  name: "member.read",
  policy: memberPolicy,
  target: ofMember,
  subject: openMembership,
  async run(permit, { id }) {
    const member = await findMember(permit, id);
    if (!member) return notFound("membership");
    const { actor, subject } = permit;
    const names = await getOrganisations(permit, [member.organisationId]);
    const mayStop = userPolicy.may(actor, "user.disable", { type: "user", area: subject.area }) !== undefined;
    return ok({
      member: presentMember(member, names.get(member.organisationId)?.name ?? MEMBERS.operator),
      roles: offerableRoles(actor, subject.area, OFFERED_ROLES).filter((role) => role !== member.role),
      looked: whoLookedAt(actor, { type: "user", id: member.userId, area: subject.area }),
      mayStop: mayStop && !(actor.kind === "person" && actor.userId === member.userId),
    });
  },
});

/** The old membership ends and one of the new role begins, so that the history says who was what, and when. */
export const changeRole = command({
  name: "member.change-role",
  policy: memberPolicy,
  target: z.object({ id: rowId(), role: z.enum(OFFERED_ROLES) }),
  async subject(find, { id, role: to }) {
    const found = await openMembership(find, { id });
    return found && { ...found, to };
  },
  fresh: true,
  async run(permit, { id, role }): Promise<Result<{ id: string }>> {
    const { actor } = permit;
    const member = await findMember(permit, id);
    if (!member) return conflict(MEMBERS.gone);
    if (member.role === role) return invalid({ role: [MEMBERS.sameRole] });
    const { areaId, organisationId, userId } = member;
    const next = { areaId, organisationId, userId, role };
    if (await hasMembership(permit, next)) return invalid({ role: [MEMBERS.holdsAlready] });
    if (actor.kind === "person" && actor.userId === userId && MANAGING.includes(member.role)) {
      const held = await selectMemberships(permit, userId);
      if (!held.some((one) => one.id !== id && one.role === member.role)) return conflict(MEMBERS.lastOwn);
    }
    if (!(await endMembershipRow(permit, { areaId, id }))) return conflict(MEMBERS.gone);
    return ok({ id: await insertMembership(permit, next) });
  },
});

/** The role of a form, chosen from a list. */
export const changeRoleByForm = chosenInForm(changeRole, {
  choose(form, { address: { id } }: { address: z.output<typeof ofMember> }) {
    const chosen = checked(z.object({ role: Offer.shape.role }), form);
    return chosen.ok ? ok({ id, role: chosen.value.role }) : chosen;
  },
  own: openMembership,
  elsewhere: {
    "not-found": { role: [MEMBERS.gone] },
    forbidden: { role: [MEMBERS.errors.notHere] },
  },
});

const MANAGING: readonly Role[] = ["administrator", "coordinator"];
