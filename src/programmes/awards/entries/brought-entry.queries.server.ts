import { query } from "#foundation/authority/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { releaseCheck } from "#programmes/pledges/public.ts";
import { ofEntry } from "../award-target.usecases.server.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { entryValues } from "./award-entry.present.ts";
import { findEntry } from "./award-entry.store.server.ts";

/** What a check releases to who holds its link; a form can say nothing of it. Asked before an entry is made, not within it. */
export async function releasedBy(app: App, token: unknown) {
  const opened = typeof token === "string" ? await openLink(app, token, "act-check") : undefined;
  if (!opened?.ok) return undefined;
  const { holder } = opened.value;
  const released = await releaseCheck(app, holder, { area: holder.area!, id: holder.subject });
  return released.ok ? { area: holder.area!, ...released.value } : undefined;
}
export type Released = NonNullable<Awaited<ReturnType<typeof releasedBy>>>;

/** What was entered before, for a later round; facts and confirmations are of their own time and stay behind. */
const reuseEntry = query({
  name: "award-entry.reuse",
  ...ofEntry(),
  async run(permit, { id }) {
    const entry = await findEntry(permit, id);
    const round = entry && (await findRound(permit, entry.roundId));
    return entry && round
      ? ok({ values: entryValues(entry), criteria: round.body.criteria })
      : notFound("entry");
  },
});

/** The entry before, to who holds its link. */
export async function enteredBefore(app: App, token: string | null) {
  const opened = token ? await openLink(app, token, "award-entry") : undefined;
  if (!opened?.ok) return undefined;
  const { holder } = opened.value;
  const before = await reuseEntry(app, holder, { area: holder.area!, id: holder.subject });
  return before.ok ? before.value : undefined;
}
export type EnteredBefore = NonNullable<Awaited<ReturnType<typeof enteredBefore>>>;
