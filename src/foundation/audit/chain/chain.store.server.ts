import { sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { AuditAction } from "../access.ts";
import type { ChainedEntry, Link } from "./chain.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    audit_chain: {
      area_id: string;
      seq: number;
      entry_id: string;
      sealed_at: Date;
      previous_hash: string;
      hash: string;
      version: number;
    };
  }
}

type AuditPermit = Permit<AuditAction>;

const utc = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** One sealer an area at a time; freed with the transaction. */
export async function holdChain(permit: AuditPermit, area: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`audit_chain:${area}`}))`.execute(db(permit));
}

/** Areas with entries that wait for the sealer. */
export async function areasWaiting(permit: AuditPermit): Promise<AreaId[]> {
  const rows = await db(permit)
    .selectFrom("audit_waiting")
    .select("area_id")
    .distinct()
    .orderBy("area_id")
    .execute();
  return rows.map((row) => row.area_id as AreaId);
}

export async function areasWithChains(permit: AuditPermit): Promise<AreaId[]> {
  const rows = await db(permit)
    .selectFrom("audit_chain")
    .select("area_id")
    .distinct()
    .orderBy("area_id")
    .execute();
  return rows.map((row) => row.area_id as AreaId);
}

export const chainHead = (permit: AuditPermit, area: string) =>
  db(permit)
    .selectFrom("audit_chain")
    .select(["seq", "hash", "version"])
    .where("area_id", "=", area)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();

const columns = [
  "entry.area_id as areaId",
  "entry.id",
  "entry.actor",
  "entry.grounds",
  "entry.action",
  "entry.subject_type as subjectType",
  "entry.subject_id as subjectId",
  "entry.person",
  "entry.outcome",
  "entry.shown",
  "entry.mac",
] as const;

/** Takes entries of an area out of those that wait, in the order of their making, leaving out what is in its chain. */
export async function takeWaiting(permit: AuditPermit, area: string, limit: number) {
  const taken = await db(permit)
    .deleteFrom("audit_waiting")
    .where("area_id", "=", area)
    .where("entry_id", "in", (one) =>
      one
        .selectFrom("audit_waiting")
        .select("entry_id")
        .where("area_id", "=", area)
        .orderBy("entry_id")
        .limit(limit),
    )
    .returning("entry_id")
    .execute();
  if (taken.length === 0) return { taken: 0, entries: [] };
  const entries = await db(permit)
    .selectFrom("audit_entry as entry")
    .leftJoin("audit_chain as chain", (join) =>
      join.onRef("chain.area_id", "=", "entry.area_id").onRef("chain.entry_id", "=", "entry.id"),
    )
    .select([...columns, utc("entry.at").as("at")])
    .where("entry.area_id", "=", area)
    .where("entry.id", "=", sql<string>`any(${taken.map((one) => one.entry_id)})`)
    .where("chain.seq", "is", null)
    .orderBy("entry.id")
    .execute();
  return { taken: taken.length, entries: entries as ChainedEntry[] };
}

/** Entries that are in no chain and wait for none. */
export async function entriesOutside(permit: AuditPermit, limit: number): Promise<ChainedEntry[]> {
  const rows = await db(permit)
    .selectFrom("audit_entry as entry")
    .leftJoin("audit_chain as chain", (join) =>
      join.onRef("chain.area_id", "=", "entry.area_id").onRef("chain.entry_id", "=", "entry.id"),
    )
    .leftJoin("audit_waiting as waiting", (join) =>
      join.onRef("waiting.area_id", "=", "entry.area_id").onRef("waiting.entry_id", "=", "entry.id"),
    )
    .select([...columns, utc("entry.at").as("at")])
    .where("chain.seq", "is", null)
    .where("waiting.entry_id", "is", null)
    .orderBy("entry.at")
    .limit(limit)
    .execute();
  return rows as ChainedEntry[];
}

export async function insertLinks(permit: AuditPermit, area: string, links: readonly Link[]): Promise<void> {
  await db(permit)
    .insertInto("audit_chain")
    .values(
      links.map((link) => ({
        area_id: area,
        seq: link.seq,
        entry_id: link.entryId,
        sealed_at: sql<Date>`${link.sealedAt}::timestamptz`,
        previous_hash: link.previousHash,
        hash: link.hash,
        version: link.version,
      })),
    )
    .execute();
}

/** Links of an area after a number, each with the entry that it seals where that is still there. */
export async function linksAfter(permit: AuditPermit, area: string, seq: number, limit: number) {
  const rows = await db(permit)
    .selectFrom("audit_chain as chain")
    .leftJoin("audit_entry as entry", (join) =>
      join.onRef("entry.area_id", "=", "chain.area_id").onRef("entry.id", "=", "chain.entry_id"),
    )
    .select([
      "chain.seq",
      "chain.entry_id as entryId",
      "chain.previous_hash as previousHash",
      "chain.hash",
      "chain.version",
      utc("chain.sealed_at").as("sealedAt"),
      ...columns,
      utc("entry.at").as("at"),
    ])
    .where("chain.area_id", "=", area)
    .where("chain.seq", ">", seq)
    .orderBy("chain.seq")
    .limit(limit)
    .execute();
  return rows.map(({ seq: number, entryId, previousHash, hash, version, sealedAt, ...entry }) => ({
    link: { seq: number, entryId, previousHash, hash, version, sealedAt } satisfies Link,
    entry: entry.id === null ? undefined : (entry as ChainedEntry),
  }));
}

/** Where a hash stands: its area, and its number there. */
export const findHash = (permit: AuditPermit, hash: string) =>
  db(permit)
    .selectFrom("audit_chain")
    .select(["area_id as areaId", "seq"])
    .where("hash", "=", hash)
    .executeTakeFirst();

/** The hash of a link of an area. */
export const hashAt = (permit: AuditPermit, area: string, seq: number) =>
  db(permit)
    .selectFrom("audit_chain")
    .select("hash")
    .where("area_id", "=", area)
    .where("seq", "=", seq)
    .executeTakeFirst();
