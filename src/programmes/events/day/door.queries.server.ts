import { z } from "zod";
import { findArea } from "#foundation/areas/public.ts";
import { type Finder, query } from "#foundation/authority/public.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type EventPermit, type EventSubject, eventPolicy } from "../access.ts";
import { findEvent, findEventSubject, selectSessions } from "../catalogue/event.store.server.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import type { Event, Session } from "../model/event.schema.ts";
import { places } from "../signups/places.commands.server.ts";
import { doorView } from "./door.present.ts";
import { sessionAt } from "./door.rules.ts";
import { selectListed, selectPresences, sumPresses } from "./door.store.server.ts";

/** For the declaration of what is done at the door of an event: the link of a phone names the event. */
export const onDoor = {
  policy: eventPolicy,
  target: z.object({ area: z.string(), id: rowId(), session: rowId().optional() }),
  async subject(
    find: Finder,
    { area: text, id }: Readonly<{ area: string; id: string }>,
  ): Promise<EventSubject | undefined> {
    const area = await findArea(find, text);
    const found = area && (await findEventSubject(find, area.id, id));
    return found && { type: "event", id, area: area.id };
  },
};

/** Who is expected: whoever has a place, and who walked in. */
export async function expectedOf(permit: EventPermit, event: string) {
  const listed = await selectListed(permit, event);
  const ids = [...new Set(listed.flatMap(({ signUpId }) => signUpId ?? []))];
  const bookings = await places.of(permit, permit.subject.area, ids);
  const held = new Set(
    bookings.flatMap(({ state, holderId }) => (state === "booked" || state === "attended" ? holderId : [])),
  );
  return listed.filter(({ signUpId }) => signUpId === null || held.has(signUpId));
}

/** The event and the session of a door. */
export async function doorOf(
  permit: EventPermit,
  { id, session }: Readonly<{ id: string; session?: string | undefined }>,
): Promise<Result<{ event: Event; sessions: Session[]; session: Session }>> {
  const event = await findEvent(permit, id);
  if (!event) return notFound("event");
  const sessions = await selectSessions(permit, [id]);
  const one = sessionAt(sessions, session, permit.clock.now());
  return one ? ok({ event, sessions, session: one }) : notFound("session");
}

/** The list for the door of one session: who is expected, who came, who walked in, and what was counted by buttons. */
export const readDoor = query({
  ...onDoor,
  name: "event-door.read",
  async run(permit, target) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { session } = door.value;
    return ok({
      ...doorView(door.value, {
        expected: await expectedOf(permit, target.id),
        presences: await selectPresences(permit, [session.id]),
        pressed: await sumPresses(permit, [session.id]),
        now: permit.clock.now(),
      }),
      area: await placeOf(permit),
      manages: eventPolicy.may(permit.actor, "event-door.open", permit.subject) !== undefined,
    });
  },
});
