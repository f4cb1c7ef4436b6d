import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { IndicatorPermit } from "../access.ts";
import type { Dictionary, Indicator, Source } from "./schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    indicator: Indicator;
    observation_source: Source;
  }
}

export async function selectDictionary(permit: IndicatorPermit): Promise<Dictionary> {
  const indicators = await db(permit)
    .selectFrom("indicator")
    .selectAll()
    .orderBy("position")
    .orderBy("no")
    .execute();
  const sources = await db(permit).selectFrom("observation_source").selectAll().orderBy("no").execute();
  return { indicators, sources };
}

/** Writes what differs and leaves the rest alone; returns how many rows it wrote. */
export async function upsertDictionary(
  permit: IndicatorPermit,
  { indicators, sources }: Dictionary,
): Promise<number> {
  return (
    (await upsert(permit, "indicator", indicators)) + (await upsert(permit, "observation_source", sources))
  );
}

async function upsert(
  permit: IndicatorPermit,
  table: "indicator" | "observation_source",
  entries: readonly Record<string, unknown>[],
): Promise<number> {
  let written = 0;
  for (const entry of entries) {
    const columns = Object.keys(entry);
    const changing = columns.filter((column) => column !== "no");
    const result = await sql`
      insert into ${sql.table(table)} as held (${sql.join(columns.map((c) => sql.ref(c)))})
      values (${sql.join(columns.map((c) => entry[c]))})
      on conflict (no) do update set ${sql.join(changing.map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`))}
      where (${sql.join(changing.map((c) => sql.ref(`held.${c}`)))})
        is distinct from (${sql.join(changing.map((c) => sql.ref(`excluded.${c}`)))})`.execute(db(permit));
    written += Number(result.numAffectedRows ?? 0);
  }
  return written;
}
