import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "#foundation/actors/public.ts";
import { scopeOf } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { type AreaId, isUuid, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { passwordMend } from "../../password/usecases.server.ts";
import type { Session } from "../../schema.ts";
import { actorOfUser } from "../../sign-in/session/usecases.server.ts";
import { type Caller, type SignInStep, signIn } from "../../sign-in/usecases.server.ts";
import { IDENTITY_SCOPE, widenScope } from "../../store.server.ts";
import { findUserByEmail } from "../../users/store.server.ts";
import { hashPassword, makeUser } from "../../users/usecases.server.ts";
import { memberPolicy } from "../access.ts";
import { INVITATION, MEMBERS } from "../messages.ts";
import { INVITATION_DAYS, type Invitation, InvitationInput, OPERATOR } from "../schema.ts";
import { hasMembership, insertMembership } from "../store.server.ts";
import {
  claimInvitation,
  findInvitation,
  findOpenInvitation,
  insertInvitation,
  withdrawInvitation,
} from "./store.server.ts";

const DAY_MS = 86_400_000;
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/**
 * Offers a membership: a link that works once, for a week. It comes back for handing over; where mail is set up it
 * is sent as well.
 */
export async function invite(
  app: App,
  actor: Actor,
  input: unknown,
): Promise<Result<{ link: string; mailed: boolean }>> {
  const parsed = InvitationInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error.flatten().fieldErrors);
  const { role, email, name } = parsed.data;
  const organisationId = parsed.data.organisation as OrganisationId;
  return act(app, actor, async (unit) => {
    const home = await homeOf(unit, organisationId);
    if (home === undefined) return invalid({ organisation: [MEMBERS.errors.notHere] });
    const permit = await authorise(unit, memberPolicy, "member.invite", {
      type: "invitation",
      area: home,
      id: organisationId,
      role,
    });
    if (!permit.ok) return invalid({ role: [MEMBERS.errors.notHere] });
    const now = unit.clock.now();
    const user = await findUserByEmail(unit, email);
    if (user && (await hasMembership(unit, { areaId: home, organisationId, userId: user.id, role })))
      return invalid({ email: [MEMBERS.errors.already] });
    const token = randomBytes(32).toString("base64url");
    const invitation: Invitation = {
      areaId: home,
      id: newId(),
      organisationId,
      role,
      email,
      name,
      invitedBy: scopeOf(actor).actor,
      invitedAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    };
    await insertInvitation(unit, invitation, hashOf(token));
    const link = `${app.config.origin}/invitation/${token}`;
    const mailed = app.config.smtpUrl !== undefined;
    if (mailed) {
      await queueMail(unit, scopeOf(actor).actor, now, {
        area: home,
        to: email,
        subject: MEMBERS.mail.subject,
        body: MEMBERS.mail.body(link),
        onceKey: `invitation:${invitation.id}`,
      });
    }
    return ok({ link, mailed });
  });
}

export async function withdraw(app: App, actor: Actor, id: string): Promise<Result<undefined>> {
  return act(app, actor, async (unit) => {
    const now = unit.clock.now();
    const invitation = isUuid(id) ? await findInvitation(unit, id, now) : undefined;
    if (!invitation) return notFound("invitation");
    const permit = await authorise(unit, memberPolicy, "member.withdraw-invitation", {
      type: "invitation",
      area: invitation.areaId,
      id,
      role: invitation.role,
    });
    if (!permit.ok) return notFound("invitation");
    await withdrawInvitation(unit, invitation, now);
    return ok(undefined);
  });
}

/** What stands behind a link; undefined where it is over. Looking uses nothing up. */
export async function readInvitation(app: App, token: string) {
  return withRows(app.db, IDENTITY_SCOPE, async (permit) => {
    const invitation = await findOpenInvitation(permit, hashOf(token), app.clock.now());
    if (!invitation) return undefined;
    const known = (await findUserByEmail(permit, invitation.email)) !== undefined;
    await widenScope(permit, [invitation.areaId]);
    const organisation = (await getOrganisations(permit, [invitation.organisationId])).get(
      invitation.organisationId,
    );
    return { ...invitation, known, organisation: organisation?.name ?? MEMBERS.operator };
  });
}

/** Takes the invitation: a new person sets a password and is signed in, a known one has signed in before. */
export async function accept(
  app: App,
  caller: Caller,
  session: Session | undefined,
  token: string,
  input: { name: string; password: string },
): Promise<Result<SignInStep | undefined>> {
  const invitation = await readInvitation(app, token);
  if (!invitation) return notFound("invitation");
  if (invitation.known) {
    if (session?.email !== invitation.email) return conflict(session ? INVITATION.other : INVITATION.known);
    return take(app, invitation);
  }
  const name = input.name.trim();
  if (name === "" || name.length > 120)
    return invalid({ name: [name === "" ? MEMBERS.errors.name : MEMBERS.errors.nameLong] });
  const mend = await passwordMend(input.password, {
    secondFactor: false,
    about: [invitation.email, name, invitation.organisation],
  });
  if (mend) return invalid({ password: [mend] });
  const made = await makeUser(app, {
    email: invitation.email,
    name,
    passwordHash: await hashPassword(app, input.password),
  });
  if (!made) return notFound("invitation");
  const taken = await take(app, invitation);
  if (!taken.ok) return taken;
  const step = await signIn(app, caller, { email: invitation.email, password: input.password });
  return ok(step.ok ? step.value : undefined);
}

/** The membership begins, once: the claim and the row are one transaction. */
async function take(app: App, invitation: Invitation): Promise<Result<undefined>> {
  const actor = await withRows(app.db, IDENTITY_SCOPE, async (permit) => {
    const user = await findUserByEmail(permit, invitation.email);
    return user && actorOfUser(permit, user.id, user.name);
  });
  if (!actor) return notFound("invitation");
  // Under the reach of the area that invites, which the person does not have before.
  return act(
    app,
    { ...actor, reach: [...(actor.reach === "all" ? [] : actor.reach), invitation.areaId] },
    async (unit) => {
      const now = unit.clock.now();
      if (!(await claimInvitation(unit, invitation, now))) return notFound("invitation");
      const permit = await authorise(unit, memberPolicy, "member.accept", {
        type: "invitation",
        area: invitation.areaId,
        id: invitation.id,
        role: invitation.role,
      });
      if (!permit.ok) return permit;
      await insertMembership(unit, {
        areaId: invitation.areaId,
        organisationId: invitation.organisationId,
        userId: actor.userId,
        role: invitation.role,
        since: now,
      });
      return ok(undefined);
    },
  );
}

async function homeOf(
  permit: Parameters<typeof getOrganisations>[0],
  id: OrganisationId,
): Promise<AreaId | undefined> {
  if (id === OPERATOR) return "jp" as AreaId;
  return (await getOrganisations(permit, [id])).get(id)?.areaId;
}
