import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Finder, Work } from "#foundation/authority/public.ts";
import { deletableRows } from "#foundation/deletions/public.ts";
import { changeRow, rowsOf, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import type { EventPermit } from "../access.ts";
import { matchedTo } from "../model/event.rules.ts";
import type { Event, EventInput, Session } from "../model/event.schema.ts";
import { EVENT_LIST, type EventQuery, type EventRow, OVER } from "./event.present.ts";

/** What is deleted and brought back. */
export const EVENT_ROWS = deletableRows<"event">({ event: { table: "event", title: "title" } });

const stampOf = (permit: EventPermit) => ({
  updatedAt: permit.clock.now(),
  updatedBy: scopeOf(permit.actor).actor,
});

const events = (permit: EventPermit) => standingRows(permit, "event").selectAll().$narrowType<Event>();
const firstDay = sql<PlainDate>`(select min(day) from event_session session
  where session.area_id = event.area_id and session.event_id = event.id)`;
/** Days until the next session, or since the last one where all are over. */
const distance = (today: PlainDate) => sql<number>`(select coalesce(
  min(day) filter (where day >= ${today}::date) - ${today}::date, ${OVER}::int + ${today}::date - max(day), ${OVER}::int)
  from event_session session where session.area_id = event.area_id and session.event_id = event.id)`;

/** Events of an area, one page of a list and one more. Drafts are for the staff. */
export async function selectEvents(
  permit: EventPermit,
  list: EventQuery,
  { drafts }: Readonly<{ drafts: boolean }>,
): Promise<(Event & Pick<EventRow, "firstDay" | "distance">)[]> {
  const { q, kind, theme, when } = list.filter;
  let query = events(permit);
  if (!drafts) query = query.where("state", "!=", "draft");
  if (kind) query = query.where("kind", "=", kind);
  if (theme) query = query.where("theme", "=", theme);
  if (q) query = query.where("title", "ilike", `%${q.replace(/[%_\\]/g, "\\$&")}%`);
  if (when) {
    const coming = sql<boolean>`exists (select from event_session session where session.area_id = event.area_id
      and session.event_id = event.id and session.day >= ${permit.clock.today()})`;
    query = query.where(when === "coming" ? coming : sql<boolean>`not ${coming}`);
  }
  const dated = tables(permit)
    .selectFrom(
      query.select([firstDay.as("firstDay"), distance(permit.clock.today()).as("distance")]).as("event"),
    )
    .selectAll()
    .$narrowType<Event & Pick<EventRow, "firstDay" | "distance">>();
  return inOrder(dated as never, orderOf(EVENT_LIST, list.sort), list).execute() as never;
}

/** Whether there is such an event, as the policy is asked about it. */
export const findEventSubject = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("event")
    .select("id")
    .where("areaId", "=", area)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();

export const findEvent = (permit: EventPermit, id: string): Promise<Event | undefined> =>
  events(permit).where("id", "=", id).executeTakeFirst();

/** Holds events against whoever takes places of them as well, in the order of their ids. */
export const lockEvents = async (work: Work, area: AreaId, ids: readonly string[]): Promise<Event[]> =>
  ids.length === 0
    ? []
    : tables(work)
        .selectFrom("event")
        .selectAll()
        .$narrowType<Event>()
        .where("areaId", "=", area)
        .where("id", "in", [...ids])
        .orderBy("id")
        .forUpdate()
        .execute();

export const selectSessions = async (permit: EventPermit, ids: readonly string[]): Promise<Session[]> =>
  ids.length === 0
    ? []
    : rowsOf(permit, "eventSession")
        .selectAll()
        .$narrowType<Session>()
        .where("eventId", "in", [...ids])
        .orderBy("day")
        .orderBy("starts")
        .orderBy("id")
        .execute();

export async function upsertEvent(
  permit: EventPermit,
  id: string,
  { sessions: _, hosts, ...event }: EventInput,
  copiedFrom?: string,
): Promise<void> {
  const columns = { ...event, hosts: JSON.stringify(hosts), ...stampOf(permit) };
  await tables(permit)
    .insertInto("event")
    .values({
      ...{ areaId: permit.subject.area, id, state: "draft", copiedFrom: copiedFrom ?? null },
      ...columns,
    })
    .onConflict((row) =>
      row.columns(["areaId", "id"]).doUpdateSet({ ...columns, sequence: sql`event.sequence + 1` }),
    )
    .execute();
}

export const updateEvent = (
  permit: EventPermit,
  id: string,
  change: Partial<Pick<Event, "state" | "cancelledWhy">>,
): Promise<boolean> =>
  changeRow(permit, "event", id, {
    ...change,
    ...stampOf(permit),
    sequence: sql`sequence + 1`,
  } as never);

/** No new state for calendars: nobody's entry changes by a reminder. */
export const updateReminded = (permit: EventPermit, id: string): Promise<boolean> =>
  changeRow(permit, "event", id, { remindedAt: permit.clock.now() });

type NewSession = EventInput["sessions"][number];

/** Brings the sessions of an event to those that were told; what is told no more is off. */
export async function replaceSessions(
  permit: EventPermit,
  eventId: string,
  told: readonly NewSession[],
): Promise<void> {
  const areaId = permit.subject.area;
  const sorted = [...told].sort((a, b) => `${a.day}${a.starts}`.localeCompare(`${b.day}${b.starts}`));
  const { pairs, gone } = matchedTo(await selectSessions(permit, [eventId]), sorted);
  for (const { told: session, held } of pairs)
    if (held)
      await tables(permit)
        .updateTable("eventSession")
        .set(session)
        .where("areaId", "=", areaId)
        .where("id", "=", held.id)
        .execute();
    else
      await tables(permit)
        .insertInto("eventSession")
        .values({ areaId, id: newId(), eventId, ...session, state: "planned" })
        .execute();
  if (gone.length > 0)
    await tables(permit)
      .updateTable("eventSession")
      .set({ state: "cancelled" })
      .where("areaId", "=", areaId)
      .where(
        "id",
        "in",
        gone.map(({ id }) => id),
      )
      .execute();
}

export async function updateSession(
  permit: EventPermit,
  eventId: string,
  id: string,
  state: Session["state"],
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("eventSession")
    .set({ state })
    .where("areaId", "=", permit.subject.area)
    .where("eventId", "=", eventId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
