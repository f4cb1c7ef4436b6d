import { type Actor, actorOf, VISITOR } from "#foundation/actors/public.ts";
import { areasInside, reachOf } from "#foundation/areas/public.ts";
import { servedAreasOf } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { selectMemberships } from "../../members/store.server.ts";
import { FRESH_MINUTES, type Session } from "../../schema.ts";
import { IDENTITY_SCOPE, widenScope } from "../../store.server.ts";
import { authOf } from "../store.server.ts";
import { stateOf, tokenOfCookie } from "./rules.ts";
import { findSession, touchSession } from "./store.server.ts";

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
 * its second factor, acts as a visitor.
 */
export async function sessionOf(
  app: App,
  headers: Headers,
): Promise<{ actor: Actor; session: Session | undefined }> {
  const token = await tokenOf(app, headers);
  if (token === undefined) return { actor: VISITOR, session: undefined };
  const now = app.clock.now();
  return withRows(app.db, IDENTITY_SCOPE, async (permit) => {
    const row = await findSession(permit, token, now);
    if (!row) return { actor: VISITOR, session: undefined };
    const actor = await actorOfUser(permit, row.user_id as UserId, row.name);
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
    if (state !== "locked" && now.getTime() - row.last_active_at.getTime() >= TOUCH_EVERY_MS)
      await touchSession(permit, row.id, now);
    const session: Session = {
      id: row.id,
      token,
      state,
      userId: actor.userId,
      name: row.name,
      email: row.email,
      secondFactor,
      authenticator,
      fresh: now.getTime() - row.created_at.getTime() < FRESH_MINUTES * 60_000,
      roles,
    };
    return { actor: state === "active" ? actor : VISITOR, session };
  });
}

/** The actor that a user is, with the memberships open now. The transaction is the sign-in's. */
export async function actorOfUser(permit: RowAccess, userId: UserId, name: string) {
  const held = await selectMemberships(permit, userId);
  if (held.length === 0) return actorOf({ userId, name, memberships: [], reach: [] });
  const homes = [...new Set(held.map((membership) => membership.areaId))];
  await widenScope(permit, homes);
  const areas = await servedAreasOf(permit, [...new Set(held.map((one) => one.organisationId))]);
  const memberships = held.map((membership) => {
    const served = areas.get(membership.organisationId) ?? [];
    return { ...membership, areas: [...new Set([membership.areaId, ...served])] };
  });
  const worked = [...new Set(memberships.flatMap((membership) => membership.areas))];
  return actorOf({
    userId,
    name,
    memberships,
    reach: await areasInside(permit, worked),
    facts: await reachOf(permit, worked),
  });
}
