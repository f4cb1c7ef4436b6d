import { createContext, type RouterContextProvider, redirect } from "react-router";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { appContext } from "#platform/web/context.ts";
import { IDLE_MINUTES, type Session } from "./session.schema.ts";

/** Who sends the request; the server sets it from the session before any page is asked. */
export const actorContext = createContext<Actor>(VISITOR);

/** The session behind the request, also where it is locked or incomplete and the actor therefore a visitor. */
export const sessionContext = createContext<Session | undefined>(undefined);

/** The address that the request came from. */
export const addressContext = createContext<string>("");

/** Whose page it is, and when it locks, for unlocking in place. */
export function lockOwner(context: Readonly<RouterContextProvider>) {
  const { name = "", email = "" } = context.get(sessionContext) ?? {};
  return { name, email, locksInMs: IDLE_MINUTES * 60_000 };
}

/** What a loader or action starts from. */
export function requestOf(context: Readonly<RouterContextProvider>): { app: App; actor: Actor } {
  return { app: context.get(appContext), actor: context.get(actorContext) };
}

/** What a page for those who are signed in starts from; whoever is not is led there first. */
export function signedInRequest({
  context,
  url,
}: Readonly<{ context: Readonly<RouterContextProvider>; url: URL }>) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  return { app, actor, url };
}

/**
 * The one at work on their own account: the owner of the session, also where it is still incomplete. Whoever is not signed
 * in is led there first.
 */
export function ownRequest({
  context,
  request,
  url,
}: {
  context: Readonly<RouterContextProvider>;
  request: Request;
  url: URL;
}) {
  const session = context.get(sessionContext);
  if (!session) throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const caller = callerOf({ context, request });
  return { app: context.get(appContext), actor: session.owner, caller, session, user: session.userId };
}

/** Who knocks: the request's headers, and the address it came from. */
export function callerOf({
  context,
  request,
}: {
  context: Readonly<RouterContextProvider>;
  request: Request;
}) {
  return { headers: request.headers, address: context.get(addressContext) };
}
