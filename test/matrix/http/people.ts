import { type Actor, OFFERED_ROLES, type Role } from "#foundation/actors/public.ts";
import { cookieOfSession, hashOfToken } from "#foundation/identity/testing.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { ABOVE, AREAS, NATION, ORGANISATIONS } from "../actors.ts";
import { placeOffices } from "../offices.ts";

/** Somebody who asks for pages: who they are to the use-cases, and the cookie that says so to the server. */
export type Asker = Readonly<{ actor: Actor; cookie: string; signInAgain(): Promise<string> }>;

type Held = readonly [role: Role, area: AreaId, organisation: OrganisationId];

const HELD: Readonly<Record<string, Held>> = {
  ...Object.fromEntries(
    OFFERED_ROLES.map((role): [string, Held] => [role, [role, AREAS.own, ORGANISATIONS.own]]),
  ),
  "ended member": ["coordinator", AREAS.own, ORGANISATIONS.own],
  "coordinator of the prefecture": ["coordinator", ABOVE, ORGANISATIONS.above],
  "administrator of the nation": ["administrator", NATION, ORGANISATIONS.above],
};

/** The columns of the table, in their order. */
export const PEOPLE = ["visitor", ...Object.keys(HELD)];

/** Everybody of the table, each signed in by a session of their own. */
export async function makePeople(app: App): Promise<Record<string, Asker>> {
  await placeOffices(app);
  const people: Record<string, Asker> = {
    visitor: { actor: { kind: "visitor" }, cookie: "", signInAgain: async () => "" },
  };
  for (const [name, held] of Object.entries(HELD)) {
    const user = await makeUser(app, name, held);
    const signInAgain = async () => (await beginSession(app, user)).cookie;
    people[name] = { ...(await beginSession(app, user)), signInAgain };
  }
  return people;
}

/** Somebody who holds, or held, that role. */
async function makeUser(app: App, name: string, [role, area, organisation]: Held): Promise<string> {
  const user = newId() as string;
  const at = app.clock.now();
  const times = { created_at: at, updated_at: at };
  await withRows(app.db, { actor: "<identity>", areas: [area] }, async (access) => {
    await db(access)
      .insertInto("identity_user")
      .values({
        ...{ id: user, name, email: `${user}@example.jp`, email_verified: true, image: null },
        ...{ two_factor_enabled: false, demonstration: false, ...times },
      })
      .execute();
    await db(access)
      .insertInto("membership")
      .values({
        ...{ area_id: area, id: newId(), organisation_id: organisation, user_id: user, role, since: at },
        until: name === "ended member" ? at : null,
      })
      .execute();
  });
  return user;
}

/** A new session of a user, without signing in. */
async function beginSession(app: App, user: string): Promise<{ cookie: string; actor: Actor }> {
  const token = newId() as string;
  const at = app.clock.now();
  await withRows(app.db, { actor: "<identity>", areas: [] }, async (access) => {
    await db(access)
      .insertInto("identity_session")
      .values({
        ...{
          id: newId(),
          user_id: user,
          token: hashOfToken(token),
          last_active_at: at,
          ip_address: null,
          user_agent: null,
        },
        ...{ expires_at: new Date(at.getTime() + 3_600_000), created_at: at, updated_at: at },
      })
      .execute();
  });
  return cookieOfSession(app, token);
}
