import type { Holder } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Result } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { areaOfLink, openLink } from "./link.usecases.server.ts";

/**
 * What the page of a link shows. Where the link has ended, or what it led to is gone, the area from which it came, so that
 * the page can say where to go on.
 */
export async function readByLink<T>(
  app: App,
  token: string,
  purpose: string,
  read: (holder: Holder, at: Readonly<{ area: AreaId; id: string }>) => Promise<Result<T>>,
): Promise<Readonly<{ found: T } | { found: undefined; area: string | null }>> {
  const opened = await openLink(app, token, purpose);
  const { holder } = opened.ok ? opened.value : {};
  const result = holder ? await read(holder, { area: holder.area!, id: holder.subject }) : opened;
  if (!result.ok && result.error.kind === "not-found")
    return { found: undefined, area: (await areaOfLink(app, token, purpose)) ?? null };
  return { found: shown(result as Result<T>) };
}
