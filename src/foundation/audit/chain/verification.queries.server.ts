import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { type Permit, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { type AuditAction, auditPolicy } from "../access.ts";
import { seal } from "./chain.commands.server.ts";
import { type Finding, isOurs, LATE_MINUTES, START, type Stamp, step } from "./chain.rules.ts";
import { areasWithChains, entriesOutside, findHash, hashAt, linksAfter } from "./chain.store.server.ts";
import { readHeads } from "./noted-head.rules.ts";
import { readHeadsFile } from "./noted-head.store.server.ts";

const BATCH = 5000;
/** Findings of one kind of damage that are worth listing one by one. */
const MOST_FINDINGS = 1000;

export type Verification = Readonly<{
  unbroken: boolean;
  entries: number;
  /** Sealed more than minutes after their making, by their own time: made while no app ran, or under a wrong clock. */
  late: number;
  /** Whose time has not come yet: made under a clock that ran ahead. */
  ahead: number;
  /** How many heads were noted outside the database and held against the chains. */
  noted: number;
  heads: readonly Readonly<{ areaId: string; seq: number; hash: string }>[];
  findings: readonly Finding[];
}>;

const wholeLog = () => ({ type: "audit", area: NATION });

/**
 * Computes every chain again, once what waits is sealed, and holds it against the heads that the app has noted outside
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
const beginVerifying = query({
  name: "audit.verify",
  policy: auditPolicy,
  target: z.object({}),
  subject: wholeLog,
  run: () => ok(null),
});

const walkChains = query({
  name: "audit.walk",
  policy: auditPolicy,
  target: z.object({ notedHeads: z.array(z.string()).readonly() }),
  subject: wholeLog,
  async run(permit, { notedHeads }, app) {
    const noted = readHeads(app.stamp, await readHeadsFile(app.config.auditHeadsFile));
    const findings: Finding[] = noted.intact ? [] : [{ kind: "heads-changed", areaId: "" }];
    const heads: { areaId: string; seq: number; hash: string }[] = [];
    const sums = { entries: 0, late: 0, ahead: 0 };
    for (const areaId of await areasWithChains(permit)) {
      const walked = await walkArea(permit, app.stamp, areaId);
      findings.push(...walked.findings);
      heads.push({ areaId, seq: walked.walk.seq, hash: walked.walk.hash });
      for (const key of ["entries", "late", "ahead"] as const) sums[key] += walked[key];
    }
    for (const entry of await entriesOutside(permit, MOST_FINDINGS)) {
      const kind = isOurs(app.stamp, entry) ? "unsealed" : "forged";
      findings.push({ kind, areaId: entry.areaId, entryId: entry.id, at: entry.at });
    }
    for (const [areaId, seq, hash] of noted.heads.values())
      if ((await hashAt(permit, areaId, seq))?.hash !== hash)
        findings.push({ kind: "lost-head", areaId, seq });
    for (const hash of notedHeads)
      if (!(await findHash(permit, hash))) findings.push({ kind: "lost-head", areaId: "" });
    return ok({ ...sums, heads, noted: noted.heads.size + notedHeads.length, findings });
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
