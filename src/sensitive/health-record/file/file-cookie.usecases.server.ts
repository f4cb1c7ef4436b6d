import { redirect } from "react-router";
import type { App } from "#platform/app.ts";
import { type OwnKey, unlockKey } from "#platform/sealing/own-key.ts";
import { keyedHash } from "#platform/sealing/secret.ts";

const COOKIE = "yui-health-file";
/** So long a file stays open in a browser. */
const MINUTES = 60;

/** The key for this browser, under a secret that only the server knows, for this person and this hour. */
const secret = (app: App, person: string, file: string, until: number) =>
  ({ kind: "chance", text: keyedHash(app.config, "health-file", person, file, String(until)) }) as const;

const headerOf = (app: App, value: string, seconds: number) => {
  const secure = app.config.origin.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
};

/** What a browser is given while the file is open. */
export async function openedCookie(app: App, person: string, key: OwnKey): Promise<string> {
  const until = app.clock.now().getTime() + MINUTES * 60_000;
  const locked = await key.lock(secret(app, person, key.id, until));
  return headerOf(app, `${until}.${key.id}.${locked}`, MINUTES * 60);
}

export const closedCookie = (app: App): string => headerOf(app, "", 0);

/** The key of the file that is open in this browser for this person. */
export async function keyOf(app: App, request: Request, person: string): Promise<OwnKey | undefined> {
  const cookies = request.headers.get("cookie")?.split(/;\s*/) ?? [];
  const value = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? "";
  const [until = "", file = "", locked = ""] = value.split(".");
  if (!(Number(until) > app.clock.now().getTime())) return undefined;
  return unlockKey(file, locked, secret(app, person, file, Number(until)));
}

/** To an address within the file, which is open from now on. */
export const goOpened = async (app: App, person: string, key: OwnKey, to: string): Promise<Response> =>
  redirect(to, { headers: { "Set-Cookie": await openedCookie(app, person, key) } });
