import type { Actor } from "#foundation/actors/public.ts";
import { codeDoor, codeHash, openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";

/** What the link of a workplace is for. */
export const WORKPLACE_LINK = "stress-workplace";

const CODE = "stress-code";
export const stressCodeHash = (code: string): string => codeHash(CODE, code);
export const workerDoor = (code: string) => codeDoor(CODE, code);

/** Who holds the link of that token, and the workplace to which it leads. */
export async function workplaceDoor(
  app: App,
  token: string,
): Promise<Result<{ holder: Actor; held: string }>> {
  const opened = await openLink(app, token, WORKPLACE_LINK);
  return opened.ok ? ok({ holder: opened.value.holder, held: opened.value.link.subject }) : opened;
}
