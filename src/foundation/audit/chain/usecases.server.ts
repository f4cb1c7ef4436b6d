import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { type ChainedEntry, type Finding, LATE_MINUTES, type Link, linkHash, START, step } from "./rules.ts";
import {
  areasWithChains,
  areasWithEntries,
  chainHead,
  chainTime,
  findHash,
  holdChain,
  insertLinks,
  linksAfter,
  overdueEntries,
  unsealedEntries,
} from "./store.server.ts";

/** Sealing and verifying run over every area, on behalf of nobody. */
const SEAL_SCOPE = { actor: "<audit-seal>", areas: "all" } as const;

/** A transaction that began earlier may commit its entry after later ones are sealed; none runs for so long. */
const STRAGGLERS_MS = 3_600_000;
/** Most end at once: the runs between look no further back than this. */
const SHORT_STRAGGLERS_MS = 60_000;
const LONG_LOOK_EVERY = 12;
const BATCH = 1000;
/** Findings of one kind of damage that are worth listing one by one. */
const MOST_FINDINGS = 1000;

/** Binds the entries that are not yet in their area's chain. Returns how many. */
export async function seal(app: App, since?: Date, stragglersMs = STRAGGLERS_MS): Promise<number> {
  const areas = await withRows(app.db, SEAL_SCOPE, (permit) => areasWithEntries(permit, since));
  let sealed = 0;
  for (const area of areas) sealed += await sealArea(app, area, stragglersMs);
  return sealed;
}

/**
 * Entries from an hour before the last sealed one: what was made still earlier and is in no chain was written around
 * the app, and is left for verification to find.
 */
async function sealArea(app: App, area: string, stragglersMs: number): Promise<number> {
  return withRows(app.db, SEAL_SCOPE, async (permit) => {
    await holdChain(permit, area);
    const head = await chainHead(permit, area);
    const since = head?.at ? new Date(head.at.getTime() - stragglersMs) : undefined;
    const sealedAt = chainTime(app.clock.now());
    let walk = head ? { seq: head.seq, hash: head.hash } : START;
    let count = 0;
    for (;;) {
      const entries = await unsealedEntries(permit, area, since, BATCH);
      const links = entries.map((entry) => {
        const link = bind(walk, sealedAt, entry);
        walk = link;
        return link;
      });
      if (links.length > 0) await insertLinks(permit, area, links);
      count += links.length;
      if (entries.length < BATCH) return count;
    }
  });
}

function bind(walk: { seq: number; hash: string }, sealedAt: string, entry: ChainedEntry): Link {
  const seq = walk.seq + 1;
  const hash = linkHash(walk.hash, seq, sealedAt, entry);
  return { seq, entryId: entry.id, sealedAt, previousHash: walk.hash, hash };
}

export type Verification = Readonly<{
  unbroken: boolean;
  entries: number;
  /** Sealed more than minutes after their making: sound since then, not vouched for before. */
  late: number;
  heads: readonly Readonly<{ areaId: string; seq: number; hash: string }>[];
  findings: readonly Finding[];
}>;

/**
 * Computes every chain again. What is older than minutes and in no chain is a finding; the rest is sealed first.
 * A `notedHead` from an earlier run must still be in its chain: nothing else shows that the tail was cut off.
 */
export async function verify(app: App, notedHeads: readonly string[] = []): Promise<Verification> {
  const findings: Finding[] = [];
  const before = new Date(app.clock.now().getTime() - LATE_MINUTES * 60_000);
  const overdue = await withRows(app.db, SEAL_SCOPE, (permit) =>
    overdueEntries(permit, before, MOST_FINDINGS),
  );
  for (const entry of overdue)
    findings.push({ kind: "unsealed", areaId: entry.areaId, entryId: entry.id, at: entry.at });
  await seal(app);
  const heads: { areaId: string; seq: number; hash: string }[] = [];
  let entries = 0;
  let late = 0;
  for (const areaId of await withRows(app.db, SEAL_SCOPE, areasWithChains)) {
    const walked = await walkArea(app, areaId);
    findings.push(...walked.findings);
    heads.push({ areaId, ...walked.head });
    entries += walked.entries;
    late += walked.late;
  }
  for (const hash of notedHeads) {
    const found = await withRows(app.db, SEAL_SCOPE, (permit) => findHash(permit, hash));
    if (!found) findings.push({ kind: "lost-head", areaId: "" });
  }
  return { unbroken: findings.length === 0, entries, late, heads, findings };
}

async function walkArea(app: App, areaId: string) {
  let walk = START;
  let entries = 0;
  let late = 0;
  const findings: Finding[] = [];
  for (;;) {
    const rows = await withRows(app.db, SEAL_SCOPE, (permit) =>
      linksAfter(permit, areaId, walk.seq, BATCH * 5),
    );
    for (const { link, entry } of rows) {
      const next = step(areaId, walk, link, entry);
      walk = next.walk;
      if (findings.length < MOST_FINDINGS) findings.push(...next.findings);
      entries += 1;
      if (entry && Date.parse(link.sealedAt) - Date.parse(entry.at) > LATE_MINUTES * 60_000) late += 1;
    }
    if (rows.length < BATCH * 5) return { head: walk, entries, late, findings };
  }
}

/** Seals every few seconds until stopped, and once more then. */
export function keepSealed(app: App, everyMs = 5000): { stop(): Promise<void> } {
  let since: Date | undefined;
  let runs = 0;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(async () => {
      const began = app.clock.now();
      const look = runs++ % LONG_LOOK_EVERY === 0 ? STRAGGLERS_MS : SHORT_STRAGGLERS_MS;
      try {
        await seal(app, since && new Date(since.getTime() - look), look);
        since = began;
      } catch (error) {
        // The next run seals what this one left; verification tells if none does.
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
      await run();
    },
  };
}
