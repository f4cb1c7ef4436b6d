import type { App } from "#platform/app.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { readForm } from "#platform/web/sent-form.ts";
import type { Session } from "../session.schema.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { deleteHeldForm, findHeldForm, type HeldForm, insertHeldForm } from "./held-form.store.server.ts";

const LONGEST = 256 * 1024;
/** With the files that are sent beside what was typed, and that are not kept. */
const LONGEST_WITH_FILES = 16 * 1024 * 1024;

/** What modules declare private: forms at these addresses are never held, and of others never these fields. */
export type NeverHeld = Readonly<{ paths?: RegExp; fields?: readonly string[] }>;

/** Whether it is a form, and short enough to be held. */
export function mayHold({ headers }: Request): boolean {
  const [type = "", length] = [headers.get("content-type") ?? "", Number(headers.get("content-length") ?? 0)];
  return type.startsWith("multipart/form-data")
    ? length <= LONGEST_WITH_FILES
    : type.startsWith("application/x-www-form-urlencoded") && length <= LONGEST;
}

/** Keeps what a session sent before its owner showed anew who they are, without its files; undefined where it may not be kept, or can't. */
export async function holdForm(
  app: App,
  session: Session,
  request: Request,
  url: URL,
  never: readonly NeverHeld[],
): Promise<string | undefined> {
  if (never.some(({ paths }) => paths?.test(url.pathname))) return undefined;
  if (!mayHold(request)) return undefined;
  const { form, forget } = await readForm(request.clone());
  await forget();
  const secret = new Set(never.flatMap(({ fields = [] }) => fields));
  const fields = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !secret.has(entry[0]),
  );
  const length = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (length === 0 || length > LONGEST) return undefined;
  const held = { path: `${url.pathname}${url.search}`, fields };
  return asSignIn(app, (access) => insertHeldForm(access, session, held));
}

/** The form that the person sent before unlocking. */
export async function heldForm(app: App, session: Session, id: string): Promise<HeldForm | undefined> {
  if (!isUuid(id)) return undefined;
  return asSignIn(app, (access) => findHeldForm(access, session.userId, id));
}

/** By its name in the address to which it is sent after all, a held form is used up. */
export const RESUMED = "resumed";

/** The form has been sent after all; it is not held any more. */
export async function dropHeldForm(app: App, session: Session, id: string): Promise<void> {
  if (isUuid(id)) await asSignIn(app, (access) => deleteHeldForm(access, session.userId, id));
}
