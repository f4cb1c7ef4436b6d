import { type Actor, actorOf, isFresh, type Person, VISITOR } from "#foundation/actors/public.ts";
import { areasInside, reachOf } from "#foundation/areas/public.ts";
import { servedAreasOf } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { selectMemberships } from "../people/membership.store.server.ts";
import type { Session } from "../session.schema.ts";
import { asSignIn, reachAreas, type SignInAccess } from "../sign-in-access.store.server.ts";
import { stateOf, tokenOfCookie } from "./session.rules.ts";
import { findSession, touchSession } from "./session.store.server.ts";
import { authOf } from "./sign-in.store.server.ts";

/** So often at most is a session's last activity written down. */
const TOUCH_EVERY_MS = 60_000;

/** The token of the request's session cookie, unchecked against the database. */
export async function tokenOf(app: App, headers: Headers): Promise<string | undefined> {
  const cookie = headers.get("cookie");
  if (!cookie?.includes("session_token=")) return undefined;
  const { authCookies, secret } = await authOf(app).$context;
  return tokenOfCookie(cookie, authCookies.sessionToken.name, secret);
}

/**
 * Who sends a request: its session, and the actor whom use-cases get. A session that is locked, or that still lacks
 * its second factor, acts as a visitor. Who `looks` at it does not use it.
 */
export async function sessionOf(
  app: App,
  headers: Headers,
  { looks = false }: Readonly<{ looks?: boolean }> = {},
): Promise<{ actor: Actor; session: Session | undefined }> {
  const token = await tokenOf(app, headers);
  if (token === undefined) return { actor: VISITOR, session: undefined };
  const now = app.clock.now();
  return asSignIn(app, async (access) => {
    const row = await findSession(access, token, now);
    if (!row) return { actor: VISITOR, session: undefined };
    const known = await actorOfUser(access, row.user_id as UserId, row.name);
    // A session begins with a full proof; unlocking begins a new one.
    const actor: Person = { ...known, provenAt: row.created_at };
    const authenticator = Boolean(row.two_factor_enabled);
    const secondFactor = authenticator || Boolean(row.has_passkey);
    const roles = [...new Set(actor.memberships.map((membership) => membership.role))];
    const state = stateOf({
      now,
      lastActiveAt: row.last_active_at,
      roles,
      secondFactor,
      mode: app.config.mode,
    });
    const idleMs = now.getTime() - row.last_active_at.getTime();
    if (!looks && state !== "locked" && idleMs >= TOUCH_EVERY_MS) await touchSession(access, row.id, now);
    const session: Session = {
      id: row.id,
      token,
      state,
      owner: actor,
      userId: actor.userId,
      name: row.name,
      email: row.email,
      secondFactor,
      authenticator,
      fresh: isFresh(actor, now),
      roles,
      idleMs: looks ? idleMs : 0,
    };
    return { actor: state === "active" ? actor : VISITOR, session };
  });
}

/** The actor that a user is, with the memberships open now. */
export async function actorOfUser(access: SignInAccess, userId: UserId, name: string): Promise<Person> {
  const held = await selectMemberships(access, userId);
  if (held.length === 0) return actorOf({ userId, name, memberships: [], reach: [] });
  const homes = [...new Set(held.map((membership) => membership.areaId))];
  await reachAreas(access, homes);
  const areas = await servedAreasOf(access, [...new Set(held.map((one) => one.organisationId))]);
  const memberships = held.map((membership) => {
    const served = areas.get(membership.organisationId) ?? [];
    return { ...membership, areas: [...new Set([membership.areaId, ...served])] };
  });
  const worked = [...new Set(memberships.flatMap((membership) => membership.areas))];
  return actorOf({
    userId,
    name,
    memberships,
    reach: await areasInside(access, worked),
    facts: await reachOf(access, worked),
  });
}
