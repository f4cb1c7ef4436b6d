import { areasInside, reachOf } from "#foundation/areas/public.ts";
import { servedAreasOf } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction, type Tx } from "#platform/db/database.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { selectMemberships } from "../../members/store.server.ts";
import { actorOf } from "../../rules.ts";
import { type Actor, FRESH_MINUTES, type Session, VISITOR } from "../../schema.ts";
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
  return inTransaction(app.db, IDENTITY_SCOPE, async (tx) => {
    const row = await findSession(tx, token, now);
    if (!row) return { actor: VISITOR, session: undefined };
    const actor = await actorOfUser(tx, row.user_id as UserId, row.name);
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
      await touchSession(tx, row.id, now);
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
export async function actorOfUser(tx: Tx, userId: UserId, name: string) {
  const held = await selectMemberships(tx, userId);
  if (held.length === 0) return actorOf({ userId, name, memberships: [], reach: [] });
  const homes = [...new Set(held.map((membership) => membership.areaId))];
  await widenScope(tx, homes);
  const areas = await servedAreasOf(tx, [...new Set(held.map((one) => one.organisationId))]);
  const memberships = held.map((membership) => {
    const served = areas.get(membership.organisationId) ?? [];
    return { ...membership, areas: [...new Set([membership.areaId, ...served])] };
  });
  const worked = [...new Set(memberships.flatMap((membership) => membership.areas))];
  return actorOf({
    userId,
    name,
    memberships,
    reach: await areasInside(tx, worked),
    facts: await reachOf(tx, worked),
  });
}
