import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { EventPermit } from "../access.ts";

/** Every event that is no draft, deleted ones too, with its days. */
export const selectEveryEvent = (permit: EventPermit) =>
  tables(permit)
    .selectFrom("event")
    .leftJoin("eventSession as session", (join) =>
      join.onRef("session.areaId", "=", "event.areaId").onRef("session.eventId", "=", "event.id"),
    )
    .where("event.state", "<>", "draft")
    .select([
      ...(["event.areaId", "event.id", "event.kind", "event.theme", "event.title", "event.summary"] as const),
      ...(["event.audience", "event.place", "event.address", "event.online", "event.fee"] as const),
      ...(["event.state", "event.updatedAt", "event.deletedAt"] as const),
      sql<PlainDate | null>`min(session.day)`.as("firstDay"),
      sql<PlainDate | null>`max(session.day)`.as("lastDay"),
      sql<number>`count(session.id)::int`.as("sessions"),
    ])
    .groupBy(["event.areaId", "event.id"])
    .execute();

/** Drafts that were changed since then: nothing of them but their ids. */
export const selectDraftsSince = async (permit: EventPermit, since: Date) =>
  (await sql<{ id: string; at: Date }>`select id, at from event_drafts(${since})`.execute(tables(permit)))
    .rows;
