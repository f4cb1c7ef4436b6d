import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Finder, type Permit } from "#foundation/authority/public.ts";
import { revokeLinksOf } from "#foundation/links/public.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { findMembership, selectMemberships } from "../people/membership.store.server.ts";
import {
  deleteSecondFactors,
  findAccount,
  findUserByEmail,
  setDisabled,
  type UserAccount,
} from "../people/user.store.server.ts";
import { endEverySession } from "../sign-in/reset.store.server.ts";
import { homeAreaOf, sendResetLink } from "../sign-in/reset.usecases.server.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import { userPolicy } from "../user.access.ts";
import { USERS } from "../user.messages.ts";

/** A user: by an open membership, as an administrator sees them, or by the address, as the command line does. */
const ofUser = z.object({ id: rowId().optional(), email: z.string().optional() });

async function userSubject(find: Finder, { id, email = "" }: z.output<typeof ofUser>) {
  if (id === undefined) {
    const user = await findUserByEmail(find, email);
    const subject = { type: "user", area: NATION };
    return user ? { ...subject, id: user.id, person: user.id } : subject;
  }
  const found = await findMembership(find, id);
  if (!found?.open) return undefined;
  return { type: "user", id: found.userId, area: found.areaId, person: found.userId };
}

const aboutUser = { policy: userPolicy, target: ofUser, subject: userSubject };

/**
 * The user whom the permit is about. An administrator of an area does nothing to who also works elsewhere, and nobody
 * shuts themselves out.
 */
async function userOf(
  permit: Permit,
  { own = false }: Readonly<{ own?: boolean }> = {},
): Promise<Result<UserAccount>> {
  const { actor, subject } = permit;
  const id = subject.id as UserId | undefined;
  if (id === undefined) return notFound("user");
  if (!own && actor.kind === "person" && actor.userId === id) return conflict(USERS.own);
  const { user, held } = await alsoAsSignIn(permit, async (access) => ({
    user: await findAccount(access, id),
    held: await selectMemberships(access, id),
  }));
  if (!user) return notFound("user");
  const elsewhere = held.some(
    ({ areaId }) => userPolicy.may(actor, "user.disable", { type: "user", area: areaId }) === undefined,
  );
  return elsewhere ? conflict(USERS.elsewhere) : ok(user);
}

/** Nobody signs in as that user from now on; sessions, challenges and secret links of theirs end at once. */
export const disableUser = command({
  name: "user.disable",
  ...aboutUser,
  fresh: true,
  async run(permit) {
    const user = await userOf(permit);
    if (!user.ok) return user;
    await alsoAsSignIn(permit, async (access) => {
      await setDisabled(access, user.value.id, access.clock.now());
      await endEverySession(access, user.value.id);
    });
    await revokeLinksOf(permit, user.value.id);
    return ok({ email: user.value.email });
  },
});

export const enableUser = command({
  name: "user.enable",
  ...aboutUser,
  fresh: true,
  async run(permit) {
    const user = await userOf(permit);
    if (!user.ok) return user;
    await alsoAsSignIn(permit, (access) => setDisabled(access, user.value.id, null));
    return ok({ email: user.value.email });
  },
});

/** Signs a user out everywhere, as for a device that was lost. */
export const endSessions = command({
  name: "user.end-sessions",
  ...aboutUser,
  async run(permit) {
    const user = await userOf(permit);
    if (!user.ok) return user;
    await alsoAsSignIn(permit, (access) => endEverySession(access, user.value.id));
    return ok(undefined);
  },
});

/**
 * Sends the link for a new password to the user's own address. Only at the machine, where no mail is set up, the link
 * itself is handed out: a person could sign in by it as another.
 */
export const sendPasswordReset = command({
  name: "user.send-password-reset",
  ...aboutUser,
  async run(permit, _target, app): Promise<Result<{ email: string; link?: string }>> {
    const user = await userOf(permit, { own: true });
    if (!user.ok) return user;
    const { id, email, disabledAt } = user.value;
    if (disabledAt) return conflict(USERS.isDisabled);
    const area = await alsoAsSignIn(permit, (access) => homeAreaOf(access, user.value));
    const link = await sendResetLink(permit, app, { id, email, area });
    const handedOut = permit.actor.kind === "service" && app.config.smtpUrl === undefined;
    return ok({ email, ...(handedOut ? { link } : {}) });
  },
});

/**
 * Takes authenticator, recovery codes and passkeys away from a user who lost them, and ends their sessions. The next
 * sign-in with the password leads to setting up a new second factor.
 */
export const resetSecondFactor = command({
  name: "user.reset-second-factor",
  ...aboutUser,
  fresh: true,
  async run(permit) {
    const user = await userOf(permit);
    if (!user.ok) return user;
    await alsoAsSignIn(permit, (access) => deleteSecondFactors(access, user.value.id));
    return ok(undefined);
  },
});
