import type { Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { keyedHash } from "#platform/sealing/secret.ts";
import { addCount, forgetCounts, type SenderSums } from "./sender.store.server.ts";

/** What is done, by whom, how often, and with how many bytes of files. */
type Sending = Readonly<{ about: string; who: string }> & Partial<SenderSums>;

/** Counts one more of what this sender does today, and gives the sums of the day. Who it was is not kept. */
export async function countSender(
  permit: Permit,
  app: App,
  { about, who, times = 1, bytes = 0 }: Sending,
): Promise<SenderSums> {
  const today = permit.clock.today();
  await forgetCounts(permit, today);
  return addCount(
    permit,
    { about, senderHash: keyedHash(app.config, "sender", who, today), day: today },
    { times, bytes },
  );
}
