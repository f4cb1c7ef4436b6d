import { timingSafeEqual } from "node:crypto";
import { redirect } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { keyedHash } from "#platform/sealing/secret.ts";
import { awayFrom } from "#platform/web/away.ts";
import { OWN_PAGE } from "./own-page.commands.server.ts";

const COOKIE = "yui-own";
/** So long the page stays open after the word was right. */
const MINUTES = 15;

/** Who holds the link of that token, and whose page it leads to. */
export async function ownDoor(app: App, token: string): Promise<Result<{ holder: Actor; person: string }>> {
  const opened = await openLink(app, token, OWN_PAGE);
  return opened.ok ? ok({ holder: opened.value.holder, person: opened.value.link.subject }) : opened;
}

/** Away to a page that says nothing. Who goes back from there is asked for the word again. */
export const leftHeaders = (): Response =>
  awayFrom({ "Set-Cookie": `${COOKIE}=; Path=/own; HttpOnly; SameSite=Strict; Max-Age=0` });

/** Back to the page, with the sign that the word was right. */
export const openedHeaders = (app: App, person: string, to: string): Response => {
  const until = app.clock.now().getTime() + MINUTES * 60_000;
  const secure = app.config.origin.startsWith("https:") ? "; Secure" : "";
  const value = `${until}.${signed(app, person, until)}`;
  return redirect(to, {
    headers: {
      "Set-Cookie": `${COOKIE}=${value}; Path=/own; HttpOnly; SameSite=Strict; Max-Age=${MINUTES * 60}${secure}`,
    },
  });
};

/** Whether the word was right a short while ago, in this browser, for this person. */
export function isOpened(app: App, request: Request, person: string): boolean {
  const cookies = request.headers.get("cookie")?.split(/;\s*/) ?? [];
  const [until = "", mark = ""] =
    cookies
      .find((one) => one.startsWith(`${COOKIE}=`))
      ?.slice(COOKIE.length + 1)
      .split(".") ?? [];
  if (!(Number(until) > app.clock.now().getTime())) return false;
  const right = Buffer.from(signed(app, person, Number(until)));
  const given = Buffer.from(mark);
  return right.length === given.length && timingSafeEqual(right, given);
}

const signed = (app: App, person: string, until: number): string =>
  keyedHash(app.config, "own-page", person, String(until));
