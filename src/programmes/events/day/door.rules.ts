import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { COUNTS, endOf, standing, startOf } from "../model/event.rules.ts";
import type { Session } from "../model/event.schema.ts";
import type { Kind, Unit } from "../model/event-kinds.schema.ts";
import { TALLY_BUTTON_KEYS, TALLY_BUTTONS, type TallyButton } from "./tally-kinds.schema.ts";

const dayOf = (now: Date) => plainDateIn(now, "Asia/Tokyo");

/** The session that a door is about: the one that was asked for, today's, or the first that is still to come. */
export function sessionAt(
  sessions: readonly Session[],
  asked: string | undefined,
  now: Date,
): Session | undefined {
  if (asked !== undefined) return sessions.find(({ id }) => id === asked);
  const all = standing(sessions);
  const today = dayOf(now);
  return (
    all.find((one) => one.day === today && now <= endOf(one)) ??
    all.find(({ day }) => day >= today) ??
    all.at(-1)
  );
}

/** Nobody was there before the day of a session. */
export const isOpenDoor = ({ state, day }: Session, now: Date): boolean =>
  state !== "cancelled" && dayOf(now) >= day;

/** When somebody came: now, or at the beginning where a paper list is keyed on a later day. */
export const cameAt = (session: Session, now: Date): Date =>
  dayOf(now) === session.day ? now : startOf(session);

const squeezed = (name: string) => name.normalize("NFKC").replace(/\s/g, "");

/** Who on the list has that name, however it was spaced. */
export const namesakes = <One extends Readonly<{ name: string }>>(
  list: readonly One[],
  name: string,
): One[] => (squeezed(name) === "" ? [] : list.filter((one) => squeezed(one.name) === squeezed(name)));

/** The buttons of a kind of event: those whose units it counts. */
export const buttonsOf = (kind: Kind): TallyButton[] =>
  TALLY_BUTTON_KEYS.filter((button) =>
    Object.keys(TALLY_BUTTONS[button]).every((unit) => COUNTS[kind].includes(unit as Unit)),
  );

export type Counts = Readonly<Partial<Record<Unit, number>>>;
type Here = Readonly<{ personId: string; workplace: string }>;

/** What was counted of an event, each unit by itself: who was there by the list, and what was pressed at the door. */
export function countedOf(kind: Kind, here: readonly Here[], pressed: Counts): Counts {
  const workplaces = new Set(here.map(({ workplace }) => squeezed(workplace)).filter(Boolean));
  const byList: Counts = {
    persons: new Set(here.map(({ personId }) => personId)).size,
    attendances: here.length,
    workplaces: workplaces.size,
  };
  return Object.fromEntries(COUNTS[kind].map((unit) => [unit, byList[unit] ?? pressed[unit] ?? 0]));
}
