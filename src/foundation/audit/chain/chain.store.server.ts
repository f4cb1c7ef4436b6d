import { type SqlBool, sql } from "kysely";
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

const notBound = sql<SqlBool>`not exists (
  select 1 from audit_chain chain where chain.area_id = entry.area_id and chain.entry_id = entry.id)`;

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

/** Entries of an area that wait and are in no chain, in the order of their making, after that id. */
export async function selectWaiting(
  permit: AuditPermit,
  area: string,
  after: string,
  limit: number,
): Promise<ChainedEntry[]> {
  const rows = await db(permit)
    .selectFrom("audit_waiting as waiting")
    .innerJoin("audit_entry as entry", (join) =>
      join.onRef("entry.area_id", "=", "waiting.area_id").onRef("entry.id", "=", "waiting.entry_id"),
    )
    .select([...columns, utc("entry.at").as("at")])
    .where("waiting.area_id", "=", area)
    .where("waiting.entry_id", ">", after)
    .where(notBound)
    .orderBy("waiting.entry_id")
    .limit(limit)
    .execute();
  return rows as ChainedEntry[];
}

/** They wait no more. */
export const deleteWaiting = (permit: AuditPermit, area: string, ids: readonly string[]) =>
  db(permit)
    .deleteFrom("audit_waiting")
    .where("area_id", "=", area)
    .where("entry_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();

/** Entries that are in no chain, with whether they wait. */
export async function entriesOutside(
  permit: AuditPermit,
  areas: readonly AreaId[] | "all",
  limit: number,
): Promise<(ChainedEntry & { waits: boolean })[]> {
  const rows = await db(permit)
    .selectFrom("audit_entry as entry")
    .leftJoin("audit_waiting as waiting", (join) =>
      join.onRef("waiting.area_id", "=", "entry.area_id").onRef("waiting.entry_id", "=", "entry.id"),
    )
    .select([...columns, utc("entry.at").as("at"), sql<boolean>`waiting.entry_id is not null`.as("waits")])
    .where(notBound)
    .$if(areas !== "all", (query) => query.where("entry.area_id", "in", areas as readonly AreaId[]))
    .orderBy("entry.at")
    .limit(limit)
    .execute();
  return rows as (ChainedEntry & { waits: boolean })[];
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
