import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { auditPolicy } from "../access.ts";
import { areasWithChains, chainHead, holdChain } from "./chain.store.server.ts";
import { type Head, headsLine, readHeads } from "./noted-head.rules.ts";
import { appendHeads, readHeadsFile, sendToSyslog } from "./noted-head.store.server.ts";

/**
 * Notes the last link of each chain that grew where the database does not reach, all of them where nothing is noted yet.
 * Who then cuts a tail off, or writes a chain anew, is found. `restored` begins anew after a backup was put back.
 */
export async function noteHeads(app: App, areas: readonly string[], restored = false): Promise<void> {
  await readHeadsNow(app, service("audit-seal"), { areas, restored }).then(expectOk);
}

const readHeadsNow = query({
  name: "audit.read-heads",
  policy: auditPolicy,
  target: z.object({ areas: z.array(z.string()).readonly(), restored: z.boolean() }),
  subject: () => ({ type: "audit", area: NATION }),
  async run(permit, { areas, restored }, app) {
    // Two processes on one folder write one line after the other.
    await holdChain(permit, "noted heads");
    const file = app.config.auditHeadsFile;
    const { last } = readHeads(app.stamp, await readHeadsFile(file));
    const heads: Head[] = [];
    for (const area of last && !restored ? areas : await areasWithChains(permit)) {
      const head = await chainHead(permit, area);
      if (head) heads.push([area, head.seq, head.hash]);
    }
    if (heads.length === 0) return ok(null);
    const line = headsLine(app.stamp, last, {
      at: permit.clock.now().toISOString(),
      ...(restored ? { restored: true as const } : {}),
      heads,
    });
    await appendHeads(file, line);
    if (app.config.auditSyslog) await sendToSyslog(app.config.auditSyslog, line);
    return ok(null);
  },
});
