import type { Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { keyedHash } from "#platform/sealing/secret.ts";
import { addCount, forgetCounts } from "./sender.store.server.ts";

/** Counts one more of what this sender does today, and gives how often it was. Who it was is not kept. */
export async function countSender(
  permit: Permit,
  app: App,
  { about, who }: Readonly<{ about: string; who: string }>,
): Promise<number> {
  const today = permit.clock.today();
  await forgetCounts(permit, today);
  return addCount(permit, about, keyedHash(app.config, "sender", who, today), today);
}
