import type { App } from "#platform/app.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import type { Session } from "../../schema.ts";
import { asSignIn } from "../scope.store.server.ts";
import { findHeldForm, type HeldForm, insertHeldForm } from "./store.server.ts";

const LONGEST = 256 * 1024;

/** Keeps what a locked session sent; undefined where it can't be kept: files, or too long. */
export async function holdForm(
  app: App,
  session: Session,
  request: Request,
  url: URL,
): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST) return undefined;
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return undefined;
  const form = await request.clone().formData();
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const held = { path: `${url.pathname}${url.search}`, fields };
  return asSignIn(app, (access) => insertHeldForm(access, session.userId, held, app.clock.now()));
}

/** The form that the person sent before unlocking. */
export async function heldForm(app: App, session: Session, id: string): Promise<HeldForm | undefined> {
  if (!isUuid(id)) return undefined;
  return asSignIn(app, (access) => findHeldForm(access, session.userId, id, app.clock.now()));
}
