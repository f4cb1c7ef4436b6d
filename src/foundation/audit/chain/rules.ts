import { createHash } from "node:crypto";

/** An entry as the chain sees it: every column, the time to the microsecond in UTC. */
export type ChainedEntry = Readonly<{
  areaId: string;
  id: string;
  at: string;
  actor: string;
  grounds: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  person: string | null;
  outcome: string;
}>;

export type Link = Readonly<{
  seq: number;
  entryId: string;
  sealedAt: string;
  previousHash: string;
  hash: string;
}>;

/** What the first link of an area binds to. */
export const GENESIS = "0".repeat(64);

/** An entry is sealed within seconds; one that waited longer could have been written or changed unseen meanwhile. */
export const LATE_MINUTES = 5;

/**
 * The canonical form, version 1: SHA-256, in hexadecimal, of the UTF-8 text of a JSON array (ECMA-262 JSON.stringify,
 * no spaces) of the word `yui-audit-1`, the previous hash, the number in the chain, the time of sealing, and the
 * entry's columns in this order. Absent is `null`; times are `2026-11-22T01:00:00.000000Z`.
 */
export function linkHash(previousHash: string, seq: number, sealedAt: string, entry: ChainedEntry): string {
  const parts = [
    "yui-audit-1",
    previousHash,
    seq,
    sealedAt,
    entry.areaId,
    entry.id,
    entry.at,
    entry.actor,
    entry.grounds,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.person,
    entry.outcome,
  ];
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex");
}

/**
 * What is wrong at a place.
 *
 * - `changed`: the entry is not what was sealed.
 * - `removed`: sealed, but no longer there.
 * - `gap`, `rebound`: a link of the chain itself is missing, or does not bind to the one before it.
 * - `unsealed`: older than minutes and in no chain: written around the app, or back-dated.
 * - `lost-head`: the chain no longer holds the head that was noted elsewhere: its tail was cut or written anew.
 */
export type Finding = Readonly<{
  kind: "changed" | "removed" | "gap" | "rebound" | "unsealed" | "lost-head";
  areaId: string;
  seq?: number;
  entryId?: string;
  at?: string;
}>;

/** Where the recomputation of one area stands. */
export type Walk = Readonly<{ seq: number; hash: string }>;
export const START: Walk = { seq: 0, hash: GENESIS };

/** Checks one link against the walk so far and the entry found for it; returns the walk after it. */
export function step(
  areaId: string,
  walk: Walk,
  link: Link,
  entry: ChainedEntry | undefined,
): { walk: Walk; findings: Finding[] } {
  const here = { areaId, seq: link.seq, entryId: link.entryId };
  const findings: Finding[] = [];
  if (link.seq !== walk.seq + 1) findings.push({ kind: "gap", areaId, seq: walk.seq + 1 });
  else if (link.previousHash !== walk.hash) findings.push({ kind: "rebound", ...here });
  if (!entry) findings.push({ kind: "removed", ...here });
  else if (linkHash(link.previousHash, link.seq, link.sealedAt, entry) !== link.hash)
    findings.push({ kind: "changed", ...here, at: entry.at });
  return { walk: { seq: link.seq, hash: link.hash }, findings };
}
