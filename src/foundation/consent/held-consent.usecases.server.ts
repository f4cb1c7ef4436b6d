import type { Work } from "#foundation/authority/public.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import { STATE_WORDS } from "./consent.messages.ts";
import { statesOn } from "./consent.rules.ts";
import { lockWill, selectConsents } from "./consent.store.server.ts";

/**
 * Makes sure that this very consent still counts, and that it stays so until the transaction ends: for a receiver outside
 * the system, which has no id that the policies could ask about.
 */
export async function requireThisConsent(work: Work, person: string, id: string): Promise<Result<void>> {
  await lockWill(work, person, { change: false });
  const state = statesOn(await selectConsents(work, [person]), work.clock.today()).get(id);
  if (state === "effective") return ok(undefined);
  return conflict(
    `ご本人の同意が有効ではありません${state ? `（${STATE_WORDS[state]}）` : ""}。何も変わっていません。`,
  );
}
