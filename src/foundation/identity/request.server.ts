import { createContext, type RouterContextProvider } from "react-router";
import type { App } from "#platform/app.ts";
import { appContext } from "#platform/web/context.ts";
import { type Actor, type Session, VISITOR } from "./schema.ts";

/** Who sends the request; the server sets it from the session before any page is asked. */
export const actorContext = createContext<Actor>(VISITOR);

/** The session behind the request, also where it is locked or incomplete and the actor therefore a visitor. */
export const sessionContext = createContext<Session | undefined>(undefined);

/** The address that the request came from. */
export const addressContext = createContext<string>("");

/** What a loader or action starts from. */
export function requestOf(context: Readonly<RouterContextProvider>): { app: App; actor: Actor } {
  return { app: context.get(appContext), actor: context.get(actorContext) };
}
