import { type JSONColumnType, sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { PublishedInitiative, PublishedPlan } from "./published-plan.present.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_publication: {
      area_id: string;
      version: number;
      body: JSONColumnType<PublishedPlan>;
      published_by: string;
      published_at: Date;
    };
    plan_library_entry: {
      area_id: string;
      initiative_id: string;
      title: string;
      body: JSONColumnType<PublishedInitiative>;
      published_at: Date;
    };
  }
}

/** Undefined where somebody else published in the same moment. */
export async function insertPublication(
  permit: PlanPermit,
  area: string,
  body: PublishedPlan,
): Promise<number | undefined> {
  const { by, at } = stamp(permit);
  const { rows } = await sql<{
    version: number;
  }>`insert into plan_publication (area_id, version, body, published_by, published_at)
    select ${area}, coalesce(max(version), 0) + 1, ${JSON.stringify(body)}::jsonb, ${by}, ${at}
    from plan_publication where area_id = ${area}
    on conflict do nothing returning version`.execute(db(permit));
  return rows[0]?.version;
}

export type Publication = Readonly<{ version: number; publishedAt: Date; body: PublishedPlan }>;

export async function findPublication(permit: PlanPermit, area: string): Promise<Publication | undefined> {
  const row = await db(permit)
    .selectFrom("plan_publication")
    .select(["version", "published_at", "body"])
    .where("area_id", "=", area)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { version: row.version, publishedAt: row.published_at, body: row.body };
}

/** The library holds of an area what its last publication held. */
export async function replaceLibraryEntries(
  permit: PlanPermit,
  area: string,
  initiatives: readonly PublishedInitiative[],
): Promise<void> {
  await db(permit).deleteFrom("plan_library_entry").where("area_id", "=", area).execute();
  if (initiatives.length === 0) return;
  await db(permit)
    .insertInto("plan_library_entry")
    .values(
      initiatives.map((initiative) => ({
        area_id: area,
        initiative_id: initiative.id,
        title: initiative.title,
        body: JSON.stringify(initiative),
        published_at: permit.clock.now(),
      })),
    )
    .execute();
}

export async function selectLibraryEntries(permit: PlanPermit, limit: number) {
  return db(permit)
    .selectFrom("plan_library_entry")
    .select(["area_id", "initiative_id", "body", "published_at"])
    .orderBy("published_at", "desc")
    .orderBy("initiative_id")
    .limit(limit)
    .execute();
}
