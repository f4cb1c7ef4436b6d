import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { keyedHash } from "#platform/sealing/secret.ts";
import type { SupportPermit } from "../access.ts";
import { countSender } from "./sender.store.server.ts";

type Sums = Readonly<{ requests: number; bytes: number }>;

/** Counts what comes from an address, and gives its sums of today. The address itself is not kept. */
export const countFrom = (
  permit: SupportPermit,
  app: App,
  area: AreaId,
  address: string,
  more: Sums,
): Promise<Sums> => countOf(permit, app, area, networkOf(address), more);

/** The same of a workplace, or of what else is counted by the day. */
export function countOf(
  permit: SupportPermit,
  app: App,
  area: AreaId,
  who: string,
  more: Sums = { requests: 1, bytes: 0 },
): Promise<Sums> {
  const today = permit.clock.today();
  const sender = keyedHash(app.config, "sender", who, today);
  return countSender(permit, area, sender, today, more);
}
