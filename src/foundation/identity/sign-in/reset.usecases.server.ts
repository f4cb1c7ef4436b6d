import { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { also, command, type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result, refuse } from "#platform/kernel/result.ts";
import { accountPolicy } from "../access.ts";
import { writeAboutAccount } from "../account-letter.commands.server.ts";
import { passwordMend } from "../password/password.usecases.server.ts";
import { findAccount, findUserByEmail } from "../people/user.store.server.ts";
import type { Caller } from "../session.schema.ts";
import { alsoAsSignIn, asSignIn, type SignInAccess } from "../sign-in-access.store.server.ts";
import { resetCountersOf } from "./attempt.rules.ts";
import { countTry } from "./attempt.store.server.ts";
import { homeOf, userId } from "./entry.usecases.server.ts";
import { hashPassword } from "./password-hash.usecases.server.ts";
import { endEverySession, savePassword } from "./reset.store.server.ts";
import { actorOfUser } from "./session.usecases.server.ts";
import { authOf } from "./sign-in.store.server.ts";

export const RESET_PURPOSE = "password-reset";
const VALID_MS = 3_600_000;

/** A link for a new password, to the one address that is known, and what it was. Nobody else is shown it. */
export async function sendResetLink(
  permit: Permit,
  app: App,
  user: Readonly<{ id: UserId; email: string; area: AreaId }>,
): Promise<string> {
  const { id: subject, email, area } = user;
  const expiresAt = new Date(permit.clock.now().getTime() + VALID_MS);
  const token = await makeLink(permit, {
    ...{ area, purpose: RESET_PURPOSE, subjectType: "user", subject, expiresAt },
  });
  const link = `${app.config.origin}/sign-in/reset/${token}`;
  await writeAboutAccount(permit, "password_reset", { area, to: email, about: subject, link });
  return link;
}

/** The area in whose log and outbox a letter to that user stands, and whose link it is. */
export const homeAreaOf = async (
  access: SignInAccess,
  { id, name }: Readonly<{ id: UserId; name: string }>,
) => homeOf(await actorOfUser(access, id, name));

/** The visitor's wish. Whose address it is, if anybody's, stands in the log alone. */
export const askReset = command({
  name: "account.ask-reset",
  policy: accountPolicy,
  target: z.object({}),
  subject: () => ({ type: "account", area: NATION }),
  input: z.object({ email: z.string() }),
  async run(permit, { email }, app) {
    const known = await alsoAsSignIn(permit, async (access) => {
      const user = await findUserByEmail(access, email);
      if (!user || user.disabledAt) return undefined;
      return { ...user, area: await homeAreaOf(access, user) };
    });
    if (!known) return ok(undefined);
    const { id, area } = known;
    const subject = { type: "account", id, area, person: id };
    const sending = await also(permit, accountPolicy, "account.send-reset", subject);
    if (!sending.ok) return sending;
    await sendResetLink(sending.value, app, known);
    return ok(undefined);
  },
});

/**
 * Counts the wish, by address and by sender, and answers; what is done about it follows after, so that no answer and no
 * time tells whether the address is registered. `sent` is for who has to know when that is over.
 */
export async function askForReset(
  app: App,
  caller: Caller,
  typed: string,
): Promise<Result<{ sent: Promise<void> }, { kind: "too-many" }>> {
  const email = typed.trim().toLowerCase();
  const { secret } = await authOf(app).$context;
  const counters = resetCountersOf(secret, { address: caller.address, email });
  const beyond = await asSignIn(app, (access) => countTry(access, counters, app.clock.now()));
  if (beyond > 0) return refuse({ kind: "too-many" });
  const sent = askReset(app, VISITOR, {}, { email }).then(
    () => undefined,
    () => app.log.error("a link for a new password was not sent"),
  );
  return ok({ sent });
}

const ofReset = z.object({ user: userId });

/** The account of the link, as its holder reaches it. */
const resetSubject = ({ actor }: Finder, { user }: z.output<typeof ofReset>) => ({
  type: "account",
  id: user,
  area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  person: user,
});

/** Whose password it is, so that a browser keeps the new one under the right name. */
export const readReset = query({
  name: "account.read-reset",
  policy: accountPolicy,
  target: ofReset,
  subject: resetSubject,
  async run(permit, { user }) {
    const found = await alsoAsSignIn(permit, (access) => findAccount(access, user));
    return found && !found.disabledAt ? ok({ email: found.email }) : notFound("user");
  },
});

/** A new password by the link, which is used up. Every session ends; a second factor is asked for as always. */
export const resetPassword = command({
  name: "account.reset-password",
  policy: accountPolicy,
  target: ofReset,
  subject: resetSubject,
  input: z.object({ password: z.string() }),
  async run(permit, { user, password }, app): Promise<Result<{ email: string }>> {
    const found = await alsoAsSignIn(permit, (access) => findAccount(access, user));
    if (!found || found.disabledAt) return notFound("user");
    const { secondFactor, email, name } = found;
    const mend = await passwordMend(password, app, { secondFactor, about: [email, name] });
    if (mend) return invalid({ password: [mend] });
    const { area } = permit.subject;
    if ((await revokeLinks(permit, area, { subject: user, purpose: RESET_PURPOSE })) === 0)
      return notFound("link");
    const passwordHash = await hashPassword(app, password);
    await alsoAsSignIn(permit, async (access) => {
      await savePassword(access, user, passwordHash);
      await endEverySession(access, user);
    });
    await writeAboutAccount(permit, "password_changed", { area, to: email, about: user });
    return ok({ email });
  },
});
