import { z } from "zod";
import { OFFERED_ROLES, scopeOf } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import {
  also,
  chosenInForm,
  command,
  type Finder,
  type Permit,
  query,
  type Work,
} from "#foundation/authority/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { writeAboutAccount } from "../account-letter.commands.server.ts";
import { type MemberAction, managedAreas, memberPolicy } from "../membership.access.ts";
import { INVITATION, MEMBERS } from "../membership.messages.ts";
import { passwordMend } from "../password/password.usecases.server.ts";
import { presentInvitation } from "../people/membership.present.ts";
import {
  INVITATION_DAYS,
  INVITATION_STATES,
  type Invitation,
  InvitationInput,
  JoinInput,
  Offer,
  OPERATOR,
} from "../people/membership.schema.ts";
import { hasMembership, insertMembership } from "../people/membership.store.server.ts";
import { findUserByEmail, insertUser } from "../people/user.store.server.ts";
import { userId } from "../sign-in/entry.usecases.server.ts";
import { hashPassword } from "../sign-in/password-hash.usecases.server.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import {
  claimInvitation,
  findInvitation,
  findStanding,
  getInvitation,
  saveInvitation,
  withdrawInvitation,
} from "./invitation.store.server.ts";

const DAY_MS = 86_400_000;
const PURPOSE = "invitation";
/** A second invitation within so long is the same press of a button. */
const AGAIN_MS = 10 * 60_000;

/**
 * Offers a membership: a link that works once, for a week. One offer stands for an address, organisation and role: a
 * second one renews it. It comes back for handing over; where mail is set up it
 * is sent as well.
 */
export const invite = command({
  name: "member.invite",
  policy: memberPolicy,
  target: z.object({ organisation: rowId<OrganisationId>(), role: z.enum(OFFERED_ROLES) }),
  async subject(find, { organisation, role }) {
    const area = await homeOf(find, organisation);
    return area && { type: "invitation", id: organisation, area, role };
  },
  input: InvitationInput,
  async run(permit, { organisation: organisationId, role, email, name }, app) {
    const { area } = permit.subject;
    const user = await findUserByEmail(permit, email);
    const membership = user && { areaId: area, organisationId, userId: user.id, role };
    if (membership && (await hasMembership(permit, membership)))
      return invalid({ email: [MEMBERS.errors.already] });
    return ok(
      await offer(permit, app, { id: newId() as string, organisationId, role, email, name }, AGAIN_MS),
    );
  },
});

/** Saves the offer as made now, and gives its link; one that stood for longer than `again` loses the link it had. */
async function offer(
  permit: Permit<MemberAction>,
  app: App,
  offered: Omit<Invitation, "areaId" | "invitedBy" | "invitedAt" | "expiresAt">,
  again: number,
): Promise<{ link: string; mailed: boolean }> {
  const { area } = permit.subject;
  const now = permit.clock.now();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  const by = scopeOf(permit.actor).actor;
  const invitation = { ...offered, areaId: area, invitedBy: by, invitedAt: now, expiresAt };
  const { id, isAgain } = await saveInvitation(permit, invitation, new Date(now.getTime() - again));
  // Sent again at once, the link that is on its way in the mail stays good; later the new one takes its place.
  if (!isAgain) await revokeLinks(permit, area, { subject: id, purpose: PURPOSE });
  const token = await makeLink(permit, {
    ...{ area, purpose: PURPOSE, subjectType: "invitation", subject: id, expiresAt },
  });
  const link = `${app.config.origin}/invitation/${token}`;
  const { smtpUrl, mode } = app.config;
  const mailed = smtpUrl !== undefined;
  // The demonstration sends nothing, and shows there what would have gone out.
  if ((mailed || mode === "demonstration") && !isAgain)
    await writeAboutAccount(permit, "invitation", { area, to: offered.email, about: id, link });
  return { link, mailed };
}

/** The invitation of a form, in which organisation and role are chosen from lists. */
export const inviteByForm = chosenInForm(invite, {
  choose(form) {
    const chosen = Offer.safeParse(form);
    return chosen.success ? ok(chosen.data) : checked(Offer.extend(InvitationInput.shape), form);
  },
  own: ({ actor }) => ({ type: "invitation", area: managedAreas(actor)[0] ?? NATION }),
  elsewhere: {
    "not-found": { organisation: [MEMBERS.errors.notHere] },
    forbidden: { role: [MEMBERS.errors.notHere] },
  },
});

const ofInvitation = z.object({ id: rowId() });

async function invitationSubject(find: Finder, { id }: z.output<typeof ofInvitation>) {
  const found = await findInvitation(find, id);
  return found && { type: "invitation", id, area: found.areaId, role: found.role };
}

/** What a link may still lead to. */
async function openInvitation(find: Finder, { id }: z.output<typeof ofInvitation>) {
  const found = await findInvitation(find, id);
  return found && "accept" in INVITATION_STATES[found.state]
    ? { type: "invitation", id, area: found.areaId, role: found.role }
    : undefined;
}

export const withdraw = command({
  name: "member.withdraw-invitation",
  policy: memberPolicy,
  target: ofInvitation,
  subject: invitationSubject,
  async run(permit, { id }) {
    if (!(await withdrawInvitation(permit, id))) return conflict(MEMBERS.invitationGone);
    await revokeLinks(permit, permit.subject.area, { subject: id, purpose: PURPOSE });
    return ok(undefined);
  },
});

/** The same offer for another week, with a new link: the old one was lost, or its week is over. */
export const inviteAgain = command({
  name: "member.invite-again",
  policy: memberPolicy,
  target: ofInvitation,
  subject: invitationSubject,
  async run(permit, { id }, app) {
    const standing = await findStanding(permit, id);
    return standing ? ok(await offer(permit, app, standing, 0)) : conflict(MEMBERS.invitationGone);
  },
});

/** What stands behind a link, and whether the one who is invited has an account. Looking uses nothing up. */
export const readInvitation = query({
  name: "member.read-invitation",
  policy: memberPolicy,
  target: ofInvitation,
  subject: openInvitation,
  async run(permit, { id }) {
    const invitation = await getInvitation(permit, id);
    const known = await alsoAsSignIn(permit, (access) => findUserByEmail(access, invitation.email));
    const organisation = await organisationName(permit, invitation.organisationId);
    return ok({ invitation: presentInvitation(invitation, organisation), known: known !== undefined });
  },
});

/** Takes the invitation, for the signed-in user whose address it was sent to. */
export const accept = command({
  name: "member.accept",
  policy: memberPolicy,
  target: z.object({ id: rowId(), user: userId }),
  async subject(find, { id, user }) {
    const found = await openInvitation(find, { id });
    return found && { ...found, person: user };
  },
  async run(permit, { id, user }) {
    const invitation = await getInvitation(permit, id);
    const invited = await alsoAsSignIn(permit, (access) => findUserByEmail(access, invitation.email));
    if (invited?.id !== user) return conflict(INVITATION.other);
    return (await take(permit, id, user)) ? ok(undefined) : notFound("invitation");
  },
});

/** Takes the invitation, for who has no account: it is made with the password that is set here. */
export const join = command({
  name: "member.join",
  policy: memberPolicy,
  target: ofInvitation,
  subject: openInvitation,
  input: JoinInput,
  async run(permit, { id, name, password }, app): Promise<Result<{ email: string }>> {
    const { email, organisationId } = await getInvitation(permit, id);
    const about = [email, name, await organisationName(permit, organisationId)];
    const mend = await passwordMend(password, app, { secondFactor: false, about });
    if (mend) return invalid({ password: [mend] });
    const passwordHash = await hashPassword(app, password);
    const user = await alsoAsSignIn(permit, (access) => insertUser(access, { email, name, passwordHash }));
    if (!user) return conflict(INVITATION.known);
    const subject = { ...permit.subject, person: user };
    const accepting = await also(permit, memberPolicy, "member.accept", subject);
    if (!accepting.ok) return accepting;
    return (await take(accepting.value, id, user)) ? ok({ email }) : notFound("invitation");
  },
});

/** The membership begins, once; false where somebody was faster. */
async function take(permit: Permit<MemberAction>, id: string, user: UserId): Promise<boolean> {
  const invitation = await claimInvitation(permit, id);
  if (!invitation) return false;
  const { areaId, organisationId, role } = invitation;
  await insertMembership(permit, { areaId, organisationId, userId: user, role });
  await revokeLinks(permit, areaId, { subject: id, purpose: PURPOSE });
  return true;
}

async function organisationName(permit: Work, id: OrganisationId): Promise<string> {
  return (await getOrganisations(permit, [id])).get(id)?.name ?? MEMBERS.operator;
}

async function homeOf(permit: Work, id: OrganisationId): Promise<AreaId | undefined> {
  if (id === OPERATOR) return NATION;
  return (await getOrganisations(permit, [id])).get(id)?.areaId;
}
