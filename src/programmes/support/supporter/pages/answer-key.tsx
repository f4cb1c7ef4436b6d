import type { Actor } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";

type Asked = Readonly<{ actor: Actor; target: Readonly<{ area: string; id: string; enquiry: string }> }>;

/** As whom a supporter comes to what it was asked, by the link of a letter. */
export async function askedDoor(app: App, token: string): Promise<Result<Asked>> {
  const opened = await openLink(app, token, "answer");
  if (!opened.ok) return opened;
  const { holder } = opened.value;
  const target = { area: holder.area ?? "", id: holder.subject, enquiry: holder.detail.enquiry ?? "" };
  return ok({ actor: holder, target });
}
