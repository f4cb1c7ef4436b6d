import { z } from "zod";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { also, command, type Finder, type Permit, query } from "#foundation/authority/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result, refuse } from "#platform/kernel/result.ts";
import { accountPolicy } from "../access.ts";
import { writeAboutAccount } from "../account-letter.commands.server.ts";
import { passwordMend } from "../password/password.usecases.server.ts";
import { findUserByEmail, insertUser } from "../people/user.store.server.ts";
import type { Caller } from "../session.schema.ts";
import { alsoAsSignIn, asSignIn } from "../sign-in-access.store.server.ts";
import { SIGN_UP } from "../sign-up.messages.ts";
import { resetCountersOf } from "./attempt.rules.ts";
import { countTry } from "./attempt.store.server.ts";
import { userId } from "./entry.usecases.server.ts";
import { hashPassword } from "./password-hash.usecases.server.ts";
import { homeAreaOf, sendResetLink } from "./reset.usecases.server.ts";
import { authOf } from "./sign-in.store.server.ts";
import { signIn } from "./sign-in.usecases.server.ts";

export const NEW_ACCOUNT = "new-account";
const VALID_MS = 3_600_000;
const EMAIL = z.email();

/** A link for an account of one's own; who has one already gets the link for a new password. Nothing tells which. */
const askNew = command({
  name: "account.ask-new",
  policy: accountPolicy,
  target: z.object({}),
  subject: () => ({ type: "account", area: NATION }),
  input: z.object({ email: z.string() }),
  async run(permit, { email }, app) {
    if (!EMAIL.safeParse(email).success) return ok(undefined);
    const known = await alsoAsSignIn(permit, async (access) => {
      const user = await findUserByEmail(access, email);
      return user && { ...user, area: await homeAreaOf(access, user) };
    });
    if (known?.disabledAt) return ok(undefined);
    const [action, id, area] = known
      ? (["account.send-reset", known.id, known.area] as const)
      : (["account.send-new", newId<UserId>(), NATION] as const);
    const sending = await also(permit, accountPolicy, action, { type: "account", id, area, person: id });
    if (!sending.ok) return sending;
    await (known ? sendResetLink(sending.value, app, known) : sendNewLink(sending.value, app, id, email));
    return ok(undefined);
  },
});

async function sendNewLink(permit: Permit, app: App, subject: UserId, email: string): Promise<void> {
  const expiresAt = new Date(permit.clock.now().getTime() + VALID_MS);
  const token = await makeLink(permit, {
    ...{ area: NATION, purpose: NEW_ACCOUNT, subjectType: "account", subject, expiresAt },
    detail: { email },
  });
  const link = `${app.config.origin}/sign-up/${token}`;
  await writeAboutAccount(permit, "new_account", { area: NATION, to: email, about: subject, link });
}

/** Counts the wish like one for a new password, answers, and sends after that. */
export async function askForAccount(
  app: App,
  caller: Caller,
  typed: string,
): Promise<Result<{ sent: Promise<void> }, { kind: "too-many" }>> {
  const email = typed.trim().toLowerCase();
  const { secret } = await authOf(app).$context;
  const counters = resetCountersOf(secret, { address: caller.address, email });
  const beyond = await asSignIn(app, (access) => countTry(access, counters, app.clock.now()));
  if (beyond > 0) return refuse({ kind: "too-many" });
  const sent = askNew(app, VISITOR, {}, { email }).then(
    () => undefined,
    () => app.log.error("a link for a new account was not sent"),
  );
  return ok({ sent });
}

const ofNew = {
  policy: accountPolicy,
  target: z.object({ user: userId }),
  subject: ({ actor }: Finder, { user }: Readonly<{ user: UserId }>) => ({
    type: "account",
    id: user,
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
};
const emailOf = ({ actor }: Readonly<{ actor: Actor }>) =>
  actor.kind === "holder" ? actor.detail.email : undefined;

/** For which address the account will be. */
export const readNew = query({
  name: "account.read-new",
  ...ofNew,
  async run(permit) {
    const email = emailOf(permit);
    return email === undefined ? notFound("link") : ok({ email });
  },
});

/** An account that belongs to a person and to no organisation: it gives no role anywhere. The link is used up. */
export const makeAccount = command({
  name: "account.make",
  ...ofNew,
  input: z.object({ name: text(SIGN_UP.name, { most: 60 }), password: z.string() }),
  async run(permit, { user, name, password }, app): Promise<Result<{ email: string }>> {
    const email = emailOf(permit);
    if (email === undefined) return notFound("link");
    const mend = await passwordMend(password, app, { secondFactor: false, about: [email, name] });
    if (mend) return invalid({ password: [mend] });
    await revokeLinks(permit, permit.subject.area, { subject: user, purpose: NEW_ACCOUNT });
    const passwordHash = await hashPassword(app, password);
    const made = await alsoAsSignIn(permit, (access) =>
      insertUser(access, { id: user, email, name, passwordHash }),
    );
    return made ? ok({ email }) : conflict(SIGN_UP.taken);
  },
});

const Typed = z.object({ password: z.string().catch("") });

/** Makes the account and signs in at once; the headers carry the cookies. */
export const makingAccount = (caller: Caller) =>
  Object.assign(
    async (app: App, actor: Actor, target: { user: string }, form?: unknown): Promise<Result<Headers>> => {
      const made = await makeAccount(app, actor, target, form);
      if (!made.ok) return made;
      const { password } = Typed.parse(form);
      const step = await signIn(app, caller, { email: made.value.email, password });
      return ok(step.ok ? step.value.headers : new Headers());
    },
    { declared: makeAccount.declared },
  );
