import { type JSONColumnType, sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { db } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";
import type { ReportFacts } from "./report.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    council_report: {
      area_id: string;
      fiscal_year: number;
      edition: number;
      facts: JSONColumnType<ReportFacts>;
      made_by: string;
      made_at: Date;
    };
  }
}

export type Edition = Readonly<{ edition: number; facts: ReportFacts; madeAt: Date }>;

export async function findLastEdition(
  permit: CouncilPermit,
  area: string,
  year: number,
): Promise<Edition | undefined> {
  return db(permit)
    .selectFrom("council_report")
    .select(["edition", "facts", "made_at as madeAt"])
    .where("area_id", "=", area)
    .where("fiscal_year", "=", year)
    .orderBy("edition", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Undefined where somebody else made one in the same moment. */
export async function insertEdition(
  permit: CouncilPermit,
  area: string,
  year: number,
  facts: ReportFacts,
): Promise<number | undefined> {
  const { rows } = await sql<{ edition: number }>`
    insert into council_report (area_id, fiscal_year, edition, facts, made_by, made_at)
    select ${area}, ${year}, coalesce(max(edition), 0) + 1, ${JSON.stringify(facts)}::jsonb,
      ${scopeOf(permit.actor).actor}, ${permit.clock.now()}
    from council_report where area_id = ${area} and fiscal_year = ${year}
    on conflict do nothing returning edition`.execute(db(permit));
  return rows[0]?.edition;
}
