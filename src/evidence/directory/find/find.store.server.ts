import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Point } from "../entries/point.store.server.ts";

export type Near = Point & Readonly<{ km: number }>;
type Wanted = Readonly<{
  tokens: readonly string[];
  today: PlainDate;
  near: Near | undefined;
  most: number;
  /** What was typed: names that hold it come first. */
  said?: string;
  /** Their hours are looked at. */
  hours?: boolean;
}>;

export type FoundPoint = Readonly<{
  areaId: string;
  id: string;
  name: string;
  kind: string;
  hours: unknown;
  latitude: number | null;
  longitude: number | null;
  km: number | null;
}>;

const found = ({ tokens, today, near, most, hours = false }: Wanted) =>
  sql`directory_find(${[...tokens]}::text[], ${today}::date, ${near?.latitude ?? null}::float8,
    ${near?.longitude ?? null}::float8, ${near?.km ?? null}::float8, ${most}::int, ${hours}::boolean)`;

/** One page, the nearest first where a place was named, else names with what was typed, then by reading; and how many. */
export async function selectFound(
  work: Work,
  wanted: Wanted,
  { from, rows }: Readonly<{ from: number; rows: number }>,
): Promise<{ found: FoundPoint[]; all: number }> {
  const page = await sql<FoundPoint & { all: number }>`
    select area_id, id, name, kind, hours, latitude, longitude, km, (count(*) over ())::int as "all"
    from ${found(wanted)} one
    order by ${wanted.near ? sql`km` : sql`position(${wanted.said ?? ""}::text in name) = 0, sort_key`}, id offset ${from} limit ${rows}`.execute(
    tables(work),
  );
  return {
    found: page.rows.map(({ all: _, ...row }) => row),
    all: page.rows[0]?.all ?? 0,
  };
}

/** All of them that have a place, for a map. */
export const selectPoints = async (work: Work, wanted: Wanted) =>
  (
    await sql<{ id: string; name: string; kind: string; latitude: number; longitude: number }>`
    select id, name, kind, latitude, longitude from ${found(wanted)} one where latitude is not null`.execute(
      tables(work),
    )
  ).rows;
