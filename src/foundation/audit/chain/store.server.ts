import { type SqlBool, sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AuditAction } from "../access.ts";
import type { ChainedEntry, Link } from "./rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    audit_chain: {
      area_id: string;
      seq: number;
      entry_id: string;
      sealed_at: Date;
      previous_hash: string;
      hash: string;
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

/** Areas with entries since that time; all of them without one. */
export async function areasWithEntries(permit: AuditPermit, since: Date | undefined): Promise<string[]> {
  let query = db(permit).selectFrom("audit_entry").select("area_id").distinct();
  if (since) query = query.where("at", ">=", since);
  return (await query.orderBy("area_id").execute()).map((row) => row.area_id);
}

export async function areasWithChains(permit: AuditPermit): Promise<string[]> {
  const rows = await db(permit)
    .selectFrom("audit_chain")
    .select("area_id")
    .distinct()
    .orderBy("area_id")
    .execute();
  return rows.map((row) => row.area_id);
}

/** The last link, and when its entry was made, if that is still there. */
export async function chainHead(permit: AuditPermit, area: string) {
  return db(permit)
    .selectFrom("audit_chain as chain")
    .leftJoin("audit_entry as entry", (join) =>
      join.onRef("entry.area_id", "=", "chain.area_id").onRef("entry.id", "=", "chain.entry_id"),
    )
    .select(["chain.seq", "chain.hash", "entry.at"])
    .where("chain.area_id", "=", area)
    .orderBy("chain.seq", "desc")
    .limit(1)
    .executeTakeFirst();
}

const entryColumns = [
  "entry.area_id",
  "entry.id",
  "entry.actor",
  "entry.grounds",
  "entry.action",
  "entry.subject_type",
  "entry.subject_id",
  "entry.person",
  "entry.outcome",
] as const;

const notSealed = sql<SqlBool>`not exists (
  select 1 from audit_chain chain where chain.area_id = entry.area_id and chain.entry_id = entry.id)`;

/** Entries of an area that are in no chain, made at or after that time, in the order of their making. */
export async function unsealedEntries(
  permit: AuditPermit,
  area: string,
  since: Date | undefined,
  limit: number,
): Promise<ChainedEntry[]> {
  let query = db(permit)
    .selectFrom("audit_entry as entry")
    .select([...entryColumns, utc("entry.at").as("at_text")])
    .where("entry.area_id", "=", area)
    .where(notSealed);
  if (since) query = query.where("entry.at", ">=", since);
  const rows = await query.orderBy("entry.at").orderBy("entry.id").limit(limit).execute();
  return rows.map(toChained);
}

/** Entries of any area that were made before that time and are in no chain. */
export async function overdueEntries(
  permit: AuditPermit,
  before: Date,
  limit: number,
): Promise<ChainedEntry[]> {
  const rows = await db(permit)
    .selectFrom("audit_entry as entry")
    .select([...entryColumns, utc("entry.at").as("at_text")])
    .where("entry.at", "<", before)
    .where(notSealed)
    .orderBy("entry.at")
    .limit(limit)
    .execute();
  return rows.map(toChained);
}

/** An instant as the chain's text has it. */
export const chainTime = (instant: Date): string => instant.toISOString().replace("Z", "000Z");

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
      "chain.entry_id",
      "chain.previous_hash",
      "chain.hash",
      utc("chain.sealed_at").as("sealed_text"),
      ...entryColumns,
      utc("entry.at").as("at_text"),
    ])
    .where("chain.area_id", "=", area)
    .where("chain.seq", ">", seq)
    .orderBy("chain.seq")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    link: {
      seq: row.seq,
      entryId: row.entry_id,
      sealedAt: row.sealed_text,
      previousHash: row.previous_hash,
      hash: row.hash,
    } satisfies Link,
    entry: row.id === null ? undefined : toChained(row as Parameters<typeof toChained>[0]),
  }));
}

/** In which area's chain a hash stands. */
export async function findHash(
  permit: AuditPermit,
  hash: string,
): Promise<{ areaId: string; seq: number } | undefined> {
  const row = await db(permit)
    .selectFrom("audit_chain")
    .select(["area_id", "seq"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row && { areaId: row.area_id, seq: row.seq };
}

function toChained(row: {
  area_id: string;
  id: string;
  at_text: string;
  actor: string;
  grounds: string;
  action: string;
  subject_type: string;
  subject_id: string | null;
  person: string | null;
  outcome: string;
}): ChainedEntry {
  return {
    areaId: row.area_id,
    id: row.id,
    at: row.at_text,
    actor: row.actor,
    grounds: row.grounds,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    person: row.person,
    outcome: row.outcome,
  };
}
