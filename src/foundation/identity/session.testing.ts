import { createHmac } from "node:crypto";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { sessionOf } from "./sign-in/session.usecases.server.ts";
import { authOf } from "./sign-in/sign-in.store.server.ts";

/** Of a session that a test made: the cookie that the server knows it by, and who it makes of its holder. */
export async function cookieOfSession(app: App, token: string): Promise<{ cookie: string; actor: Actor }> {
  const { authCookies, secret } = await authOf(app).$context;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
  const { actor } = await sessionOf(app, new Headers({ cookie }));
  return { cookie, actor };
}
