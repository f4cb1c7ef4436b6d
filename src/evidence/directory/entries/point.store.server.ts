import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";

export type Point = Readonly<{ latitude: number; longitude: number }>;

/** Where an address lies by the operator's towns: the longest town whose name it holds, else nothing. */
export async function placeAt(
  work: Work,
  { municipality, address }: Readonly<{ municipality: string | null; address: string }>,
): Promise<Point | undefined> {
  if (!municipality || address === "") return undefined;
  const { rows } = await sql<Point>`select latitude, longitude from directory_town
    where municipality = ${municipality} and position(name_key in yui_folded(${address})) > 0
    order by length(name_key) desc limit 1`.execute(tables(work));
  return rows[0];
}

/** The middle of each of these municipalities: of its towns, or of what is listed in it. */
export async function middlesOf(
  work: Work,
  municipalities: readonly string[],
): Promise<ReadonlyMap<string, Point>> {
  const { rows } = await sql<Point & { municipality: string }>`
    select municipality, avg(latitude) as latitude, avg(longitude) as longitude from (
      select municipality, latitude, longitude from directory_town where municipality = any(${[...municipalities]}::text[])
      union all
      select municipality, latitude, longitude from directory_resource
      where municipality = any(${[...municipalities]}::text[]) and latitude is not null and published
        and not exists (select from directory_town town where town.municipality = directory_resource.municipality)
    ) points group by municipality`.execute(tables(work));
  return new Map(rows.map(({ municipality, ...point }) => [municipality, point]));
}

/** Replaces the towns of the municipalities that these rows name. */
export async function writeTowns(
  work: Work,
  towns: readonly (Point & Readonly<{ municipality: string; name: string }>)[],
): Promise<void> {
  const codes = [...new Set(towns.map(({ municipality }) => municipality))];
  await sql`delete from directory_town where municipality = any(${codes}::text[])`.execute(tables(work));
  await sql`insert into directory_town (municipality, name, latitude, longitude)
    select municipality, name, latitude, longitude
    from jsonb_to_recordset(${JSON.stringify(towns)}::jsonb)
      as one (municipality text, name text, latitude double precision, longitude double precision)
    on conflict do nothing`.execute(tables(work));
}
