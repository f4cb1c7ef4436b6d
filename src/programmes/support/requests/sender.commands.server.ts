import { createHash } from "node:crypto";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import { countSender } from "./history.store.server.ts";

type Sums = Readonly<{ requests: number; bytes: number }>;

/** Counts what comes from an address, and gives its sums of today. The address itself is not kept. */
export function countFrom(
  permit: SupportPermit,
  app: App,
  area: AreaId,
  address: string,
  more: Sums,
): Promise<Sums> {
  const today = permit.clock.today();
  const sender = createHash("sha256")
    .update(`${address}\0${today}\0${app.config.secret ?? ""}`)
    .digest("base64url");
  return countSender(permit, area, sender, today, more);
}
