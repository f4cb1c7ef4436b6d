import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, entryTime, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { auditPolicy } from "../access.ts";
import { bind, isOurs, START } from "./chain.rules.ts";
import { areasWaiting, chainHead, holdChain, insertLinks, takeWaiting } from "./chain.store.server.ts";
import { noteHeads } from "./noted-head.commands.server.ts";

const SEALER = service("audit-seal");
const BATCH = 1000;

/** Binds the entries that wait into their area's chain, in the order of their arrival. Returns how many, and where. */
export async function seal(app: App): Promise<{ sealed: number; areas: string[] }> {
  const areas = expectOk(await findWaiting(app, SEALER, {}));
  let sealed = 0;
  for (const area of areas) sealed += expectOk(await sealArea(app, SEALER, { area }));
  return { sealed, areas };
}

const findWaiting = query({
  name: "audit.find-waiting",
  policy: auditPolicy,
  target: z.object({}),
  subject: () => ({ type: "audit", area: NATION }),
  run: async (permit) => ok(await areasWaiting(permit)),
});

/** What was written around the app has no code of its own: it is not bound, and left for verification to find. */
const sealArea = command({
  name: "audit.seal",
  policy: auditPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "audit", area }),
  async run(permit, { area }, app) {
    await holdChain(permit, area);
    const sealedAt = entryTime(permit.clock.now());
    let walk = (await chainHead(permit, area)) ?? START;
    let count = 0;
    for (;;) {
      const { taken, entries } = await takeWaiting(permit, area, BATCH);
      const links = entries
        .filter((entry) => isOurs(app.stamp, entry))
        .map((entry) => {
          const link = bind(app.stamp, walk, sealedAt, entry);
          walk = link;
          return link;
        });
      if (links.length > 0) await insertLinks(permit, area, links);
      count += links.length;
      if (taken < BATCH) return ok(count);
    }
  },
});

const NOTE_EVERY_MS = 300_000;

/** Seals every few seconds until stopped, and once more then; notes the heads of the chains that grew. */
export function keepSealed(app: App, everyMs = 5000): { stop(): Promise<void> } {
  const grown = new Set<string>();
  let notedAt = 0;
  let running = Promise.resolve();
  const run = (last = false) => {
    running = running.then(async () => {
      try {
        for (const area of (await seal(app)).areas) grown.add(area);
        if (grown.size === 0 || (!last && performance.now() - notedAt < NOTE_EVERY_MS)) return;
        await noteHeads(app, [...grown]);
        notedAt = performance.now();
        grown.clear();
      } catch (error) {
        // The next run does what this one left.
        app.log.error({ err: error }, "audit seal failed");
      }
    });
    return running;
  };
  void run();
  const timer = setInterval(run, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await run(true);
    },
  };
}
