import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { command, type Permit, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { type AuditAction, auditPolicy } from "../access.ts";
import { ownLog, readableAreas } from "../reading/log-areas.queries.server.ts";
import { proofOf } from "../reading/present.ts";
import { seal } from "./chain.commands.server.ts";
import {
  type Finding,
  isOurs,
  LATE_MINUTES,
  START,
  type Stamp,
  step,
  type Verification,
} from "./chain.rules.ts";
import { areasWithChains, entriesOutside, findHash, hashAt, linksAfter } from "./chain.store.server.ts";
import { readHeads } from "./noted-head.rules.ts";
import { readHeadsFile } from "./noted-head.store.server.ts";

const BATCH = 5000;
/** Findings of one kind of damage that are worth listing one by one. */
const MOST_FINDINGS = 1000;

/**
 * Computes the chain of every area whose log the actor may read again, once what waits is sealed, and holds it against the heads that the app has noted outside
 * the database, and against `notedHeads` of an earlier run.
 */
export async function verify(
  app: App,
  actor: Actor,
  notedHeads: readonly string[] = [],
): Promise<Result<Verification>> {
  const begun = await beginVerifying(app, actor, {});
  if (!begun.ok) return begun;
  await seal(app);
  const walked = await walkChains(app, actor, { notedHeads });
  if (!walked.ok) return walked;
  return ok({ ...walked.value, unbroken: walked.value.findings.length === 0 });
}

/** The entry of the whole verification, written before what waits is sealed. */
const beginVerifying = command({
  name: "audit.verify",
  policy: auditPolicy,
  target: z.object({}),
  subject: ownLog,
  run: () => ok(null),
});

const walkChains = query({
  name: "audit.walk",
  policy: auditPolicy,
  target: z.object({ notedHeads: z.array(z.string()).readonly() }),
  subject: ownLog,
  async run(permit, { notedHeads }, app) {
    const readable = await readableAreas(permit);
    if (!readable.ok) return readable;
    const areas = readable.value;
    const reads = (area: string) => areas === "all" || areas.includes(area as AreaId);
    const noted = readHeads(app.stamp, await readHeadsFile(app.config.auditHeadsFile));
    const findings: Finding[] = noted.intact ? [] : [{ kind: "heads-changed", areaId: "" }];
    const heads: { areaId: string; seq: number; hash: string }[] = [];
    const sums = { entries: 0, late: 0, ahead: 0 };
    for (const areaId of (await areasWithChains(permit)).filter(reads)) {
      const walked = await walkArea(permit, app.stamp, areaId);
      findings.push(...walked.findings);
      heads.push({ areaId, seq: walked.walk.seq, hash: walked.walk.hash });
      for (const key of ["entries", "late", "ahead"] as const) sums[key] += walked[key];
    }
    for (const entry of await entriesOutside(permit, areas, MOST_FINDINGS)) {
      const ours = isOurs(app.stamp, entry);
      // Written this moment: the sealer comes to it.
      if (ours && entry.waits) continue;
      findings.push({
        kind: ours ? "unsealed" : "forged",
        areaId: entry.areaId,
        entryId: entry.id,
        at: entry.at,
      });
    }
    const held = [...noted.heads.values()].filter(([areaId]) => reads(areaId));
    for (const [areaId, seq, hash] of held)
      if ((await hashAt(permit, areaId, seq))?.hash !== hash)
        findings.push({ kind: "lost-head", areaId, seq });
    for (const hash of notedHeads)
      if (!(await findHash(permit, hash))) findings.push({ kind: "lost-head", areaId: "" });
    const { area } = permit.subject;
    const head = heads.find(({ areaId }) => areaId === area);
    const name = (await getAreas(permit, [area])).get(area)?.name ?? area;
    return ok({
      ...sums,
      heads,
      head: head && { area: name, seq: head.seq, hash: head.hash },
      noted: held.length + notedHeads.length,
      findings,
    });
  },
});

async function walkArea(permit: Permit<AuditAction>, stamp: Stamp, areaId: string) {
  const now = permit.clock.now().getTime();
  let walk = START;
  let entries = 0;
  let late = 0;
  let ahead = 0;
  const findings: Finding[] = [];
  for (;;) {
    const rows = await linksAfter(permit, areaId, walk.seq, BATCH);
    for (const { link, entry } of rows) {
      const next = step(stamp, areaId, walk, link, entry);
      walk = next.walk;
      if (findings.length < MOST_FINDINGS) findings.push(...next.findings);
      entries += 1;
      if (!entry) continue;
      const at = Date.parse(entry.at);
      if (Date.parse(link.sealedAt) - at > LATE_MINUTES * 60_000) late += 1;
      if (at - now > LATE_MINUTES * 60_000) ahead += 1;
    }
    if (rows.length < BATCH) return { walk, entries, late, ahead, findings };
  }
}

/** The verification as a button of the log's page asks for it: one sentence. */
export const proveLog = Object.assign(
  async (app: App, actor: Actor): Promise<Result<{ sound: boolean; sentence: string }>> => {
    const found = await verify(app, actor);
    return found.ok ? ok(proofOf(found.value, app.clock.now())) : found;
  },
  { declared: beginVerifying.declared },
);
