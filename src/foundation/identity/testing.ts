import { type Role, service } from "#foundation/actors/public.ts";
import type { Example, ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { createUser } from "./administration/user-administration.usecases.server.ts";
import { sendPasswordReset } from "./administration/user-standing.usecases.server.ts";
import { invite, withdraw } from "./members/invitation.usecases.server.ts";
import { endMembership, listMembers } from "./members/membership.usecases.server.ts";
import { MEMBER_LIST } from "./people/membership.present.ts";
import { insertUser } from "./people/user.store.server.ts";
import { asSignIn } from "./sign-in-access.store.server.ts";

const PASSWORD = "kotatsu no mikan ga nanatsu";
const address = () => `${newId()}@office.example`;

/** What needs no row of its own. */
const only =
  (example: Example): Examples[string] =>
  async ({ state }) =>
    state === "standing" ? example : undefined;

/** The account of the area's secretariat: its own to everybody else's none. */
const ownAccount =
  (input?: unknown): Examples[string] =>
  async ({ app, secretariat, state }) => {
    if (state !== "standing" || secretariat.kind !== "person") return undefined;
    const id: UserId = secretariat.userId;
    const user = {
      id,
      email: `${id}@office.example`.toLowerCase(),
      name: secretariat.name,
      passwordHash: "-",
    };
    await asSignIn(app, (access) => insertUser(access, user));
    const request = new Request("http://localhost/api/auth/passkey/verify-registration", { method: "POST" });
    const caller = { headers: new Headers(), address: "192.0.2.1" };
    return { target: { user: id, here: "here", caller, request }, input };
  };

const withPassword = ownAccount({ password: PASSWORD });

/** An invitation to the area, withdrawn where it is to be over. */
const invitation =
  (more: Readonly<{ target?: object; input?: unknown }> = {}): Examples[string] =>
  async (place) => {
    if (place.state === "deleted") return undefined;
    const { app, secretariat } = place;
    const { id: organisation } = await makeOrganisation(place);
    const email = address();
    expectOk(await invite(app, secretariat, { organisation, role: "provider" }, { name: "担当", email }));
    const { invitations } = expectOk(await listMembers(app, secretariat, {}));
    const { id } = invitations.find((one) => one.email === email)!;
    if (place.state === "ended") expectOk(await withdraw(app, secretariat, { id }));
    return { target: { id, ...more.target }, input: more.input, holds: { invitation: id } };
  };

async function membership(place: ExamplePlace): Promise<Example | undefined> {
  const id = await memberIn(place);
  return id === undefined ? undefined : { target: { id } };
}

/** Somebody who belongs to an organisation of the area, no more so where it is to be over. */
async function memberIn(place: ExamplePlace): Promise<string | undefined> {
  if (place.state === "deleted") return undefined;
  const { app, secretariat, area } = place;
  const { name } = await makeOrganisation(place);
  const email = address();
  const user = { email, name: "担当", role: "provider", area, organisation: name, password: PASSWORD };
  expectOk(await createUser(app, service("cli"), {}, user));
  const list = readList(MEMBER_LIST, new URLSearchParams({ q: email }));
  const { members } = expectOk(await listMembers(app, secretariat, { list }));
  const { id } = members.rows[0]!;
  if (place.state === "ended") expectOk(await endMembership(app, secretariat, { id }));
  return id;
}

/** Somebody with an account and that role in an organisation of the area. */
export async function accountIn(
  { app, area }: Pick<ExamplePlace, "app" | "area">,
  organisation: string,
  role: Role,
): Promise<UserId> {
  const user = { email: address(), name: "担当", role, area, organisation, password: PASSWORD };
  return expectOk(await createUser(app, service("cli"), {}, user)).id;
}

/** The holder of a link for a new password, which one who belongs to the area was sent. */
const resetLink =
  (input?: unknown): Examples[string] =>
  async (place) => {
    if (place.state !== "standing") return undefined;
    const { app, area } = place;
    const { name } = await makeOrganisation(place);
    const email = address();
    const account = { email, name: "担当", role: "provider", area, organisation: name, password: PASSWORD };
    const { id: user } = expectOk(await createUser(app, service("cli"), {}, account));
    expectOk(await sendPasswordReset(app, service("cli"), { email }));
    return { target: { user }, input, holds: { "password-reset": user } };
  };

/** The holder of a link for an account of one's own. */
const newAccount =
  (input?: unknown): Examples[string] =>
  async ({ state }) => {
    if (state !== "standing") return undefined;
    const user = newId<UserId>();
    return {
      target: { user },
      input,
      holds: { "new-account": { subject: user, detail: { email: address() } } },
    };
  };

/** How the role matrix tries each command and query of identity. */
export const examples: Examples = {
  "session.begin": ownAccount(),
  "session.unlock": ownAccount(),
  "session.end": ownAccount(),
  "session.end-other": ownAccount({ session: "elsewhere" }),
  "session.end-others": ownAccount(),
  "account.read": ownAccount(),
  "account.read-mail": ownAccount(),
  "account.mail": ownAccount({ wish: "daily" }),
  "account.change-password": ownAccount({ current: PASSWORD, next: `${PASSWORD} to yattsu` }),
  "account.second-factor-begin": withPassword,
  "account.second-factor-on": ownAccount({ code: "000000" }),
  "account.second-factor-off": withPassword,
  "account.recovery-codes": withPassword,
  "account.passkey-add": ownAccount(),
  "account.passkey-remove": ownAccount({ passkey: "none" }),
  "account.ask-reset": only({ target: {}, input: { email: "nobody@office.example" } }),
  "account.read-reset": resetLink(),
  "account.reset-password": resetLink({ password: "furui tatami no nioi ga suki" }),
  "account.ask-new": only({ target: {}, input: { email: address() } }),
  "account.read-new": newAccount(),
  "account.make": newAccount({ name: "本人", password: "furui tatami no nioi ga suki" }),
  "attempt.sweep": only({ target: {} }),
  "member.list": only({ target: {} }),
  "member.export": only({ target: {} }),
  "member.list-ending": only({ target: {} }),
  "member.invite": async (place) => {
    if (place.state !== "standing") return undefined;
    const { id: organisation } = await makeOrganisation(place);
    return { target: { organisation, role: "provider" }, input: { name: "担当", email: address() } };
  },
  "member.invite-again": invitation(),
  "member.withdraw-invitation": invitation(),
  "member.read-invitation": invitation(),
  "member.accept": invitation({ target: { user: "nobody" } }),
  "member.join": invitation({ input: { name: "担当", password: PASSWORD } }),
  "member.end": membership,
  "member.read": membership,
  "member.change-role": async (place) => {
    const id = await memberIn(place);
    return id === undefined ? undefined : { target: { id, role: "workplace" } };
  },
  "user.create": only({
    target: {},
    input: { email: address(), name: "管理者", role: "administrator", area: "jp", password: PASSWORD },
  }),
  "user.list": only({ target: {} }),
  "user.reset-second-factor": membership,
  "user.disable": membership,
  "user.enable": membership,
  "user.end-sessions": membership,
  "user.send-password-reset": membership,
  "user.find-samples": only({ target: {} }),
  "user.load-samples": async ({ app, state }) => {
    if (state !== "standing") return undefined;
    await loadDemonstrationOrganisations(app);
    return { target: {} };
  },
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "sign-in": "open",
  "sign-in/second-factor": "open",
  "sign-in/recovery": "open",
  "sign-in/reset": "open",
  "sign-in/reset/:token": "account.read-reset",
  "sign-up": "open",
  "sign-up/:token": "account.read-new",
  "sign-out": "open",
  lock: "open",
  "lock/here": "open",
  "resume/:id": "open",
  account: "open",
  "account/password": "open",
  "account/second-factor": "open",
  "account/passkeys": "open",
  "account/mail": "open",
  members: "member.list",
  "members/:id": "member.read",
  "invitation/:token": "member.read-invitation",
  "api/auth/*": "open",
  "members.csv": "member.export",
  "members.xlsx": "member.export",
};

export { cookieOfSession } from "./session.testing.ts";
export { hashOfToken } from "./sign-in/session.rules.ts";
