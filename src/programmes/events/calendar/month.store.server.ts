import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { EventPermit } from "../access.ts";
import type { Event } from "../model/event.schema.ts";
import type { Theme } from "../model/event-kinds.schema.ts";
import type { SessionState } from "../model/event-states.schema.ts";

type Told = Pick<Event, "kind" | "theme"> & Readonly<{ sessionState: SessionState; state: Event["state"] }>;

/** Sessions of these areas between two days, of all events that were announced, also of those that are off. */
export async function selectDated(
  permit: EventPermit,
  areas: readonly AreaId[],
  { from, until, theme }: Readonly<{ from: PlainDate; until: PlainDate; theme?: Theme | undefined }>,
) {
  if (areas.length === 0) return [];
  let query = tables(permit)
    .selectFrom("eventSession as session")
    .innerJoin("event", (join) =>
      join.onRef("event.areaId", "=", "session.areaId").onRef("event.id", "=", "session.eventId"),
    )
    .select([
      "session.areaId",
      "session.id",
      "session.eventId",
      "session.day",
      "session.starts",
      "session.ends",
    ])
    .select([
      "session.place as own",
      "session.state as sessionState",
      "event.title",
      "event.titleEn",
      "event.kind",
      "event.theme",
    ])
    .select(["event.place", "event.online", "event.state", "event.sequence", "event.updatedAt"])
    .where("session.areaId", "in", [...areas])
    .where("session.day", ">=", from)
    .where("session.day", "<=", until)
    .where("event.state", "!=", "draft")
    .where("event.deletedAt", "is", null);
  if (theme) query = query.where("event.theme", "=", theme);
  return query
    .orderBy("session.day")
    .orderBy("session.starts")
    .orderBy("session.id")
    .limit(2000)
    .$narrowType<Told>()
    .execute();
}
export type Dated = Awaited<ReturnType<typeof selectDated>>[number];
