import type { Request } from "express";
import { type MiddlewareFunction, type RouterContextProvider, redirect } from "react-router";
import type { App } from "#platform/app.ts";
import { namesSecret } from "#platform/web/addresses.ts";
import { STALE_STATUS } from "#platform/web/refusal.ts";
import { actorContext, addressContext, requestOf, sessionContext } from "./request.server.ts";
import type { SessionState } from "./session.schema.ts";
import {
  dropHeldForm,
  holdForm,
  mayHold,
  type NeverHeld,
  RESUMED,
} from "./sign-in/held-form.usecases.server.ts";
import { sessionOf } from "./sign-in/session.usecases.server.ts";

export { ACCOUNT_LETTERS } from "./account-letter.commands.server.ts";
export { DEMONSTRATION_ACCOUNTS } from "./demonstration/demonstration-account.schema.ts";
export {
  loadDemonstrationUsers,
  refuseDemonstrationAccounts,
} from "./demonstration/demonstration-account.usecases.server.ts";
export { membersToday } from "./members/membership-today.usecases.server.ts";
export { sweepTries } from "./sign-in/attempt.usecases.server.ts";
export { hashOldRecoveryCodes } from "./sign-in/code.usecases.server.ts";
export { signInOnSecret } from "./sign-in/sign-in-secret.usecases.server.ts";

/** Tells the pages who asks. */
export async function setIdentity(app: App, context: RouterContextProvider, request: Request): Promise<void> {
  const { actor, session } = await sessionOf(app, headersOf(request), {
    looks: request.method === "GET" && request.path === "/lock/here",
  });
  context.set(actorContext, actor);
  context.set(sessionContext, session);
  context.set(addressContext, request.ip ?? "");
}

/** Where a locked session may still go, and one that lacks its second factor. */
const OPEN = {
  locked: /^\/(lock|sign-out|sign-in\/(second-factor|recovery|reset)|api\/auth)(\/|$)/,
  incomplete: /^\/(lock|sign-out|account\/(second-factor|passkeys)|api\/auth)(\/|$)/,
} as const satisfies Record<Exclude<SessionState, "active">, RegExp>;

/** Leads a locked session to unlocking and an incomplete one to its second factor, before any page is asked. */
export const usableSession =
  (never: readonly NeverHeld[]): MiddlewareFunction<Response> =>
  async ({ request, context, url }) => {
    const session = context.get(sessionContext);
    if (!session) return;
    if (session.state === "active") {
      const resumed = request.method === "GET" ? null : url.searchParams.get(RESUMED);
      if (resumed) await dropHeldForm(requestOf(context).app, session, resumed);
      return;
    }
    if (OPEN[session.state].test(url.pathname)) return;
    if (session.state === "incomplete") throw redirect("/account/second-factor");
    const sent = request.method !== "GET";
    const held = sent ? await holdForm(requestOf(context).app, session, request, url, never) : undefined;
    const next = held ? `/resume/${held}` : sent ? "/today" : `${url.pathname}${url.search}`;
    throw redirect(`/lock?next=${encodeURIComponent(next)}`);
  };

/**
 * What asks for a fresh proof leads to giving it, and back: to the page that was asked for, or to the form as it was sent,
 * which is held meanwhile.
 */
export const proveAgain =
  (never: readonly NeverHeld[]): MiddlewareFunction<Response> =>
  async ({ request, context, url }, next) => {
    const session = context.get(sessionContext);
    if (session?.state !== "active") return next();
    const sent = request.method === "GET" || !mayHold(request) ? undefined : request.clone();
    const response = await next();
    if (response.status !== STALE_STATUS) return response;
    const held = sent && (await holdForm(requestOf(context).app, session, sent, url, never));
    const back = held ? `/resume/${held}` : `${url.pathname}${url.search}`;
    throw redirect(`/lock?next=${encodeURIComponent(back)}`);
  };

/**
 * A form sent after its session had ended leads to signing in, and from there back to its page: the browser still holds
 * what was typed, and fills it in again.
 */
export const signInAgain: MiddlewareFunction<Response> = async ({ request, context, url }, next) => {
  const response = await next();
  if (request.method !== "POST" || response.status !== 403 || context.get(sessionContext)) return response;
  throw redirect(`/sign-in?next=${encodeURIComponent(`${url.pathname}${url.search}`)}`);
};

/**
 * What a signed-in person was shown stays in no browser or proxy, where the next person at the desk would find it; nor
 * does what the bearer of a link was shown, which no search engine keeps either.
 */
export const keptNowhere: MiddlewareFunction<Response> = async ({ context, pattern }, next) => {
  const response = await next();
  const secret = namesSecret(pattern);
  if (secret) response.headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
  if (secret || context.get(sessionContext)) response.headers.set("Cache-Control", "private, no-store");
  else if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-cache");
  return response;
};

function headersOf(request: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  return headers;
}
