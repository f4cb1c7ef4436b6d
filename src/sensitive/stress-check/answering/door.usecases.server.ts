import type { Actor, Holder } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { codeHash } from "./code.rules.ts";

/** What the link of a workplace is for. */
export const WORKPLACE_LINK = "stress-workplace";

/** Who brings a code. It is no link of the house: those note when they were used. */
export function workerDoor(code: string): { holder: Holder; held: string } {
  const held = codeHash(code);
  return { holder: { kind: "holder", purpose: "stress-code", area: null, subject: held, detail: {} }, held };
}

/** Who holds the link of that token, and the workplace to which it leads. */
export async function workplaceDoor(
  app: App,
  token: string,
): Promise<Result<{ holder: Actor; held: string }>> {
  const opened = await openLink(app, token, WORKPLACE_LINK);
  return opened.ok ? ok({ holder: opened.value.holder, held: opened.value.link.subject }) : opened;
}
