import { command } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { EventPermit } from "../access.ts";
import { lockEvents, selectSessions } from "../catalogue/event.store.server.ts";
import { endOf, standing } from "../model/event.rules.ts";
import type { Session } from "../model/event.schema.ts";
import { DOOR } from "./door.messages.ts";
import { doorOf, expectedOf, onDoor } from "./door.queries.server.ts";
import { buttonsOf, cameAt, isOpenDoor, namesakes } from "./door.rules.ts";
import { CheckInInput, OnePersonInput, TallyInput, WalkInInput } from "./door.schema.ts";
import {
  deletePresence,
  insertPresence,
  insertPresses,
  insertWalkIn,
  sumPresses,
  updateOut,
} from "./door.store.server.ts";
import { TALLY_BUTTONS, type TallyUnit } from "./tally-kinds.schema.ts";

const DAY_MS = 86_400_000;

/** A link that opens the door list on another device, until the day after the last session. */
export const openDoorLink = command({
  ...onDoor,
  name: "event-door.open",
  async run(permit, { id }) {
    const last = standing(await selectSessions(permit, [id])).at(-1);
    if (!last) return notFound("session");
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: "event-door", subjectType: "event", subject: id },
      expiresAt: new Date(Math.max(endOf(last).getTime(), permit.clock.now().getTime()) + DAY_MS),
    });
    return ok({ token });
  },
});

/** Who comes in is written down once; whoever is read twice is told since when. */
async function comeIn(permit: EventPermit, session: Session, person: string) {
  const now = permit.clock.now();
  const { inAt } = await insertPresence(permit, session.id, person, cameAt(session, now));
  return ok({ person, session: session.id, again: inAt.getTime() < cameAt(session, now).getTime() });
}

/** Somebody on the list has come, chosen by name or by the number of the letter. */
export const checkIn = command({
  ...onDoor,
  name: "event-door.check-in",
  input: CheckInInput,
  async run(permit, { person, number, ...target }) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { session } = door.value;
    if (!isOpenDoor(session, permit.clock.now())) return conflict(DOOR.notYet);
    const expected = await expectedOf(permit, target.id);
    const found = expected.filter((one) => (person ? one.id === person : one.number === number));
    if (found.length === 0) return person ? notFound("person") : invalid({ number: [DOOR.noNumber] });
    if (found.length > 1) return invalid({ number: [DOOR.several] });
    return comeIn(permit, session, found[0]!.id);
  },
});

/** Who is there goes; the time stays with the attendance. */
export const checkOut = command({
  ...onDoor,
  name: "event-door.check-out",
  input: OnePersonInput,
  async run(permit, { person, ...target }) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { session } = door.value;
    const done = await updateOut(permit, session.id, person, permit.clock.now());
    return done ? ok({ session: session.id }) : notFound("person");
  },
});

/** Somebody was taken for another: the attendance goes. */
export const undoCheckIn = command({
  ...onDoor,
  name: "event-door.undo",
  input: OnePersonInput,
  async run(permit, { person, ...target }) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { session } = door.value;
    const done = await deletePresence(permit, session.id, person);
    return done ? ok({ session: session.id }) : notFound("person");
  },
});

/**
 * Somebody who did not sign up, or was not found on the list: the name is looked for there first, so that a paper list
 * keyed later makes nobody twice.
 */
export const addWalkIn = command({
  ...onDoor,
  name: "event-door.walk-in",
  input: WalkInInput,
  once: true,
  async run(permit, { name, workplace, ...target }) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { event, session } = door.value;
    if (!isOpenDoor(session, permit.clock.now())) return conflict(DOOR.notYet);
    await lockEvents(permit, permit.subject.area, [event.id]);
    const same = namesakes(await expectedOf(permit, event.id), name);
    if (same.length > 1) return invalid({ name: [DOOR.sameNames] });
    const person = same[0]?.id ?? (await insertWalkIn(permit, event.id, { name, workplace }));
    return comeIn(permit, session, person);
  },
});

/** A button at the door was pressed. Several devices press at once; each press has its id, and none counts twice. */
export const pressTally = command({
  ...onDoor,
  name: "event-tally.press",
  input: TallyInput,
  async run(permit, { button, back, press, ...target }) {
    const door = await doorOf(permit, target);
    if (!door.ok) return door;
    const { event, session } = door.value;
    if (!buttonsOf(event.kind).includes(button)) return notFound("button");
    if (!isOpenDoor(session, permit.clock.now())) return conflict(DOOR.notYet);
    const units = Object.entries(TALLY_BUTTONS[button]) as [TallyUnit, number][];
    if (back) {
      await lockEvents(permit, permit.subject.area, [event.id]);
      const sums = await sumPresses(permit, [session.id]);
      if (units.some(([unit, amount]) => (sums[unit] ?? 0) < amount)) return conflict(DOOR.below);
    }
    const presses = units.map(([what, amount]) => ({
      ...{
        id: namedId("event-tally", permit.subject.area, press, button, String(back), what) as string,
        what,
      },
      amount: back ? -amount : amount,
    }));
    await insertPresses(permit, session.id, presses);
    return ok({ session: session.id });
  },
});
