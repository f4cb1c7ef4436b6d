import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";
import type { ReportFacts } from "./report.rules.ts";

export const findLastEdition = (permit: CouncilPermit, year: number) =>
  rowsOf(permit, "councilReport")
    .select(["edition", "facts", "madeAt"])
    .$narrowType<{ facts: ReportFacts }>()
    .where("fiscalYear", "=", year)
    .orderBy("edition", "desc")
    .limit(1)
    .executeTakeFirst();

/** Undefined where somebody else made one in the same moment. */
export async function insertEdition(
  permit: CouncilPermit,
  year: number,
  facts: ReportFacts,
): Promise<number | undefined> {
  const { area } = permit.subject;
  const { rows } = await sql<{ edition: number }>`
    insert into council_report (area_id, fiscal_year, edition, facts, made_by, made_at)
    select ${area}, ${year}, coalesce(max(edition), 0) + 1, ${JSON.stringify(facts)}::jsonb,
      ${scopeOf(permit.actor).actor}, ${permit.clock.now()}
    from council_report where area_id = ${area} and fiscal_year = ${year}
    on conflict do nothing returning edition`.execute(tables(permit));
  return rows[0]?.edition;
}
