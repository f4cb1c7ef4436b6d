import { sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { AreaAction } from "../access.ts";
import type { Town } from "./town.rules.ts";

type TownPermit = Permit<AreaAction>;
const BATCH = 10_000;

/** Puts these towns in the place of those that were there. */
export async function replaceTowns(permit: TownPermit, towns: readonly Town[]): Promise<void> {
  await tables(permit).deleteFrom("town").execute();
  for (let from = 0; from < towns.length; from += BATCH)
    await sql`insert into town (area_id, postcode, name, kana)
      select "areaId", postcode, name, kana
      from jsonb_to_recordset(${JSON.stringify(towns.slice(from, from + BATCH))}::jsonb)
        as one ("areaId" text, postcode text, name text, kana text)`.execute(tables(permit));
}

export async function noteTownFile(
  permit: TownPermit,
  file: Readonly<{ name: string; dated: PlainDate; towns: number }>,
): Promise<void> {
  const row = { ...file, loadedAt: permit.clock.now() };
  await tables(permit)
    .insertInto("townFile")
    .values({ onlyOne: true, ...row })
    .onConflict((conflict) => conflict.column("onlyOne").doUpdateSet(row))
    .execute();
}
