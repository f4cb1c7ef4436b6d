import { createHash } from "node:crypto";
import { type EntryText, entryColumns, entryMac, type Stamp } from "#foundation/authority/public.ts";

export type { Stamp };

/** An entry as the chain sees it, with the code that the app gave it. */
export type ChainedEntry = EntryText & Readonly<{ mac: string | null }>;

export type Link = Readonly<{
  seq: number;
  entryId: string;
  sealedAt: string;
  previousHash: string;
  hash: string;
  version: number;
}>;

/** What the first link of an area binds to. */
export const GENESIS = "0".repeat(64);

/** What is sealed later than this was made while no app was running, or under a wrong clock. */
export const LATE_MINUTES = 5;

/** Whether the app wrote the entry as it stands. */
export const isOurs = (stamp: Stamp, entry: ChainedEntry): boolean =>
  entry.mac !== null && entryMac(stamp, entry) === entry.mac;

/**
 * The hash of a link. Version 2 is the code under the key of the text of a JSON array (ECMA-262 JSON.stringify, no
 * spaces): the word `yui-audit-2`, the previous hash, the number in the chain, the time of sealing, the entry's columns
 * in this order, what it showed, and its own code. Version 1, from before there was a key, is SHA-256 and lacks the last
 * two. Absent is `null`; times are `2026-11-22T01:00:00.000000Z`.
 */
export function linkHash(
  stamp: Stamp,
  { version, previousHash, seq, sealedAt }: Omit<Link, "hash" | "entryId">,
  entry: ChainedEntry,
): string {
  const bound = [`yui-audit-${version}`, previousHash, seq, sealedAt, ...entryColumns(entry)];
  if (version === 1) return createHash("sha256").update(JSON.stringify(bound), "utf8").digest("hex");
  return stamp(JSON.stringify([...bound, entry.shown, entry.mac]));
}

/**
 * What is wrong at a place.
 *
 * - `changed`: the entry is not what was sealed.
 * - `removed`: sealed, but no longer there.
 * - `gap`, `rebound`: a link of the chain itself is missing, or does not bind to the one before it.
 * - `forged`: in no chain, and without a code of the app: written around it.
 * - `unsealed`: in no chain, though the app wrote it: its link was taken out.
 * - `lost-head`: the chain no longer holds the head that was noted elsewhere: its tail was cut or written anew.
 * - `heads-changed`: the file of noted heads was changed.
 */
export type Finding = Readonly<{
  kind: "changed" | "removed" | "gap" | "rebound" | "forged" | "unsealed" | "lost-head" | "heads-changed";
  areaId: string;
  seq?: number;
  entryId?: string;
  at?: string;
}>;

/** Where the recomputation of one area stands. */
export type Walk = Readonly<{ seq: number; hash: string; version: number }>;
export const START: Walk = { seq: 0, hash: GENESIS, version: 1 };

/** The next link of a chain, for an entry. */
export function bind(stamp: Stamp, walk: Walk, sealedAt: string, entry: ChainedEntry): Link {
  const link = { version: 2, seq: walk.seq + 1, previousHash: walk.hash, sealedAt };
  return { ...link, entryId: entry.id, hash: linkHash(stamp, link, entry) };
}

/** Checks one link against the walk so far and the entry found for it; returns the walk after it. */
export function step(
  stamp: Stamp,
  areaId: string,
  walk: Walk,
  link: Link,
  entry: ChainedEntry | undefined,
): { walk: Walk; findings: Finding[] } {
  const here = { areaId, seq: link.seq, entryId: link.entryId };
  const findings: Finding[] = [];
  if (link.seq !== walk.seq + 1) findings.push({ kind: "gap", areaId, seq: walk.seq + 1 });
  else if (link.previousHash !== walk.hash || link.version < walk.version)
    findings.push({ kind: "rebound", ...here });
  if (!entry) findings.push({ kind: "removed", ...here });
  else if (linkHash(stamp, link, entry) !== link.hash)
    findings.push({ kind: "changed", ...here, at: entry.at });
  return { walk: { seq: link.seq, hash: link.hash, version: link.version }, findings };
}

/** What a verification found. */
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
  /** The last link of the chain in which the verification itself stands. */
  head: Readonly<{ area: string; seq: number; hash: string }> | undefined;
  findings: readonly Finding[];
}>;
