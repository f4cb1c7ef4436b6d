import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Event } from "../model/event.schema.ts";

/** Events by their names, their series and who holds them; a draft is for the staff. */
export const findableEvents = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("event")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      sql<boolean>`state <> 'draft'`.as("open"),
      sql<string>`concat_ws(' ', title, title_en, series,
        (select string_agg(host ->> 'name', ' ') from jsonb_array_elements(hosts) host))`.as("words"),
    ])
    .where("deletedAt", "is", null) as unknown as FindableRows;

type Found = Pick<Event, "areaId" | "id" | "title" | "titleEn" | "kind" | "state"> &
  Readonly<{ firstDay: PlainDate | null }>;

/** Events with what their policy is asked about, the latest first. */
export const selectFoundEvents = (permit: Work, keys: readonly FoundKey[]): Promise<Found[]> =>
  tables(permit)
    .selectFrom("event")
    .select(["areaId", "id", "title", "titleEn", "kind", "state"])
    .$narrowType<Found>()
    .select(
      sql<PlainDate | null>`(select min(day) from event_session session
        where session.area_id = event.area_id and session.event_id = event.id)`.as("firstDay"),
    )
    .where(
      "id",
      "in",
      keys.map(({ id }) => id),
    )
    .where("deletedAt", "is", null)
    .execute();
