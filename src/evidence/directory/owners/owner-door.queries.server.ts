import type { Actor } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";

type Door = Readonly<{ actor: Actor; target: Readonly<{ area: string; id: string }> }>;

/** As whom an owner comes, by the link of the letter. */
export async function ownerDoor(app: App, token: string): Promise<Result<Door>> {
  const opened = await openLink(app, token, "directory");
  if (!opened.ok) return opened;
  const { holder } = opened.value;
  return ok({ actor: holder, target: { area: holder.area ?? "", id: holder.subject } });
}
