import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { EventPermit } from "../access.ts";

/** Planned sessions of these areas that are past, and those that come soon of events that are drafts still. */
export const selectDueSessions = (
  permit: EventPermit,
  areas: readonly AreaId[],
  { today, soon }: Readonly<{ today: PlainDate; soon: PlainDate }>,
) =>
  areas.length === 0
    ? Promise.resolve([])
    : tables(permit)
        .selectFrom("eventSession as session")
        .innerJoin("event", (join) =>
          join.onRef("event.areaId", "=", "session.areaId").onRef("event.id", "=", "session.eventId"),
        )
        .select(["session.areaId", "session.eventId", "session.day", "event.title", "event.state"])
        .where("session.areaId", "in", [...areas])
        .where("session.state", "=", "planned")
        .where("event.deletedAt", "is", null)
        .where((row) =>
          row.or([
            row.and([row("event.state", "=", "published"), row("session.day", "<", today)]),
            row.and([
              row("event.state", "=", "draft"),
              row("session.day", ">=", today),
              row("session.day", "<=", soon),
            ]),
          ]),
        )
        .orderBy("session.day")
        .limit(50)
        .execute();

/** Events whose first session that stands is between two days, and of which nobody was reminded yet. */
export const selectToRemind = (
  permit: EventPermit,
  { from, until }: Readonly<{ from: PlainDate; until: PlainDate }>,
) =>
  tables(permit)
    .selectFrom("event")
    .innerJoin("eventSession as session", (join) =>
      join.onRef("event.areaId", "=", "session.areaId").onRef("event.id", "=", "session.eventId"),
    )
    .select(["event.areaId", "event.id"])
    .where("event.state", "=", "published")
    .where("event.signUp", "!=", "none")
    .where("event.deletedAt", "is", null)
    .where("event.remindedAt", "is", null)
    .where("session.state", "!=", "cancelled")
    .groupBy(["event.areaId", "event.id"])
    .having(({ eb, fn }) => eb(fn.min("session.day"), ">=", from))
    .having(({ eb, fn }) => eb(fn.min("session.day"), "<=", until))
    .limit(200)
    .execute();
