import { z } from "zod";
import { type Actor, service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Permit, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { type AuditAction, auditPolicy } from "../access.ts";
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

type AuditPermit = Permit<AuditAction>;

const SEALER = service("audit-seal");

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
  let sealed = 0;
  for (const area of expectOk(await findUnsealed(app, SEALER, { since })))
    sealed += expectOk(await sealArea(app, SEALER, { area, stragglersMs }));
  return sealed;
}

const wholeLog = () => ({ type: "audit", area: NATION });

/** The areas that may have entries to seal. */
const findUnsealed = query({
  name: "audit.find-unsealed",
  policy: auditPolicy,
  target: z.object({ since: z.date().optional() }),
  subject: wholeLog,
  run: async (permit, { since }) => ok(await areasWithEntries(permit, since)),
});

/**
 * Entries from an hour before the last sealed one: what was made still earlier and is in no chain was written around
 * the app, and is left for verification to find.
 */
const sealArea = command({
  name: "audit.seal",
  policy: auditPolicy,
  target: z.object({ area: areaId, stragglersMs: z.number() }),
  subject: (_find, { area }) => ({ type: "audit", area }),
  async run(permit, { area, stragglersMs }) {
    await holdChain(permit, area);
    const head = await chainHead(permit, area);
    const since = head?.at ? new Date(head.at.getTime() - stragglersMs) : undefined;
    const sealedAt = chainTime(permit.clock.now());
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
      if (entries.length < BATCH) return ok(count);
    }
  },
});

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
export async function verify(
  app: App,
  actor: Actor,
  notedHeads: readonly string[] = [],
): Promise<Result<Verification>> {
  const overdue = await findOverdue(app, actor, {});
  if (!overdue.ok) return overdue;
  await seal(app);
  const walked = await walkChains(app, actor, { notedHeads });
  if (!walked.ok) return walked;
  const { entries, late, heads } = walked.value;
  const findings = [...overdue.value, ...walked.value.findings];
  return ok({ unbroken: findings.length === 0, entries, late, heads, findings });
}

/** Entries that nobody has sealed in time. */
const findOverdue = query({
  name: "audit.verify",
  policy: auditPolicy,
  target: z.object({}),
  subject: wholeLog,
  async run(permit) {
    const before = new Date(permit.clock.now().getTime() - LATE_MINUTES * 60_000);
    const overdue = await overdueEntries(permit, before, MOST_FINDINGS);
    return ok(overdue.map(({ areaId, id, at }): Finding => ({ kind: "unsealed", areaId, entryId: id, at })));
  },
});

const walkChains = query({
  name: "audit.walk",
  policy: auditPolicy,
  target: z.object({ notedHeads: z.array(z.string()).readonly() }),
  subject: wholeLog,
  async run(permit, { notedHeads }) {
    const findings: Finding[] = [];
    const heads: { areaId: string; seq: number; hash: string }[] = [];
    let entries = 0;
    let late = 0;
    for (const areaId of await areasWithChains(permit)) {
      const walked = await walkArea(permit, areaId);
      findings.push(...walked.findings);
      heads.push({ areaId, ...walked.head });
      entries += walked.entries;
      late += walked.late;
    }
    for (const hash of notedHeads)
      if (!(await findHash(permit, hash))) findings.push({ kind: "lost-head", areaId: "" });
    return ok({ entries, late, heads, findings });
  },
});

async function walkArea(permit: AuditPermit, areaId: string) {
  let walk = START;
  let entries = 0;
  let late = 0;
  const findings: Finding[] = [];
  for (;;) {
    const rows = await linksAfter(permit, areaId, walk.seq, BATCH * 5);
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
