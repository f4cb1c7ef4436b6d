import type { Request } from "express";
import type { RouterContextProvider } from "react-router";
import type { App } from "#platform/app.ts";
import { actorContext, addressContext, sessionContext } from "./request.server.ts";
import { sessionOf } from "./sign-in/session/usecases.server.ts";

export { DEMONSTRATION_ACCOUNTS } from "./demonstration/schema.ts";
export { loadDemonstrationUsers, refuseDemonstrationAccounts } from "./demonstration/usecases.server.ts";

/** Tells the pages who asks. */
export async function setIdentity(app: App, context: RouterContextProvider, request: Request): Promise<void> {
  const { actor, session } = await sessionOf(app, headersOf(request));
  context.set(actorContext, actor);
  context.set(sessionContext, session);
  context.set(addressContext, request.ip ?? "");
}

function headersOf(request: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  return headers;
}
