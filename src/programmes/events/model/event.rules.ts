import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { Event, Session } from "./event.schema.ts";
import type { Kind, Unit } from "./event-kinds.schema.ts";
import type { Signing } from "./event-states.schema.ts";

/** What each kind counts. A head count at a door is never summed with the sign-ups of the same day. */
export const COUNTS: Readonly<Record<Kind, readonly Unit[]>> = {
  training: ["persons", "attendances", "workplaces"],
  lecture: ["persons", "workplaces"],
  forum: ["persons", "consultations", "mental"],
  panel: ["visits", "consultations", "mental", "leaflets"],
  festival: ["visits", "consultations", "mental", "leaflets"],
  corner: ["visits", "consultations", "mental", "leaflets"],
  desk: ["visits", "consultations", "mental", "leaflets"],
  welfare_training: ["persons", "attendances"],
  staff_training: ["persons", "attendances", "workplaces"],
  salon: ["attendances"],
  bereaved: ["attendances"],
};

/** Where the subject of a mail, a title in a calendar and a sender say nothing of what it is about. */
export const isDiscreet = ({ kind }: Pick<Event, "kind">): boolean => kind === "salon" || kind === "bereaved";

type Planned = Pick<Session, "day" | "starts" | "ends" | "state">;

export const startOf = ({ day, starts }: Pick<Planned, "day" | "starts">): Date =>
  new Date(`${day}T${starts}:00+09:00`);
export const endOf = ({ day, ends }: Pick<Planned, "day" | "ends">): Date =>
  new Date(`${day}T${ends}:00+09:00`);
export const minutesOf = (session: Planned): number =>
  (endOf(session).getTime() - startOf(session).getTime()) / 60_000;

/** In the order in which they are held; those that are off are left out. */
export const standing = <One extends Planned>(sessions: readonly One[]): One[] =>
  sessions
    .filter(({ state }) => state !== "cancelled")
    .sort((a, b) => startOf(a).getTime() - startOf(b).getTime());

/**
 * Which session each told one is, so that who was there stays with it: the one of that day and time, else in their order
 * those that were moved. One that is off is given no other day.
 */
export function matchedTo<Known extends Planned, Told extends Pick<Planned, "day" | "starts">>(
  known: readonly Known[],
  told: readonly Told[],
): Readonly<{ pairs: readonly Readonly<{ told: Told; held: Known | undefined }>[]; gone: readonly Known[] }> {
  const rest = new Set([...standing(known), ...known]);
  const take = (isIt: (one: Known) => boolean) => {
    const found = [...rest].find(isIt);
    if (found) rest.delete(found);
    return found;
  };
  const same = told.map(({ day, starts }) => take((one) => one.day === day && one.starts === starts));
  const pairs = told.map((one, n) => ({
    told: one,
    held: same[n] ?? take(({ state }) => state !== "cancelled"),
  }));
  return { pairs, gone: [...rest] };
}

/** Until when somebody may sign up: the end of its last day, or the beginning of the first session. */
export function closesAt(
  { closesOn }: Readonly<{ closesOn: PlainDate | null }>,
  sessions: readonly Planned[],
): Date | undefined {
  const [first] = standing(sessions);
  const begins = first && startOf(first);
  if (closesOn === null) return begins;
  const closes = new Date(`${addDays(closesOn, 1)}T00:00:00+09:00`);
  return begins && begins < closes ? begins : closes;
}

type Announced = Pick<Event, "state" | "signUp" | "closesOn" | "mostAtOnce">;
export type Refusal = "off" | "none" | "closed" | "many";

/** Why nobody can sign up for so many; undefined where it can be done, perhaps in the waiting line. */
export function refusalOf(
  event: Announced,
  sessions: readonly Planned[],
  seats: number,
  now: Date,
): Refusal | undefined {
  if (event.state !== "published") return "off";
  if (event.signUp === "none") return "none";
  const closes = closesAt(event, sessions);
  if (!closes || now >= closes) return "closed";
  return seats > event.mostAtOnce ? "many" : undefined;
}

/** Whether one can sign up now, for one line of a list; what is over can't be signed up for, whatever its seats. */
export function signingOf(
  event: Pick<Event, "state" | "signUp" | "closesOn" | "capacity">,
  sessions: readonly Planned[],
  taken: number,
  now: Date,
): Signing {
  if (event.state !== "published") return event.state;
  const last = standing(sessions).at(-1);
  if (!last || endOf(last) <= now) return "over";
  const refused = refusalOf({ ...event, mostAtOnce: 1 }, sessions, 1, now);
  if (refused === "none") return "none";
  if (refused) return "closed";
  return event.capacity !== null && taken >= event.capacity ? "full" : "open";
}

/** Until when an offered place is kept; undefined where no answer would come before nobody may sign up any more. */
export function offeredUntil(
  event: Pick<Event, "closesOn" | "answerHours">,
  sessions: readonly Planned[],
  now: Date,
): Date | undefined {
  const until = new Date(now.getTime() + event.answerHours * 3_600_000);
  const closes = closesAt(event, sessions);
  return closes && until <= closes ? until : undefined;
}

export type Attended = Readonly<{ sessions: number; minutes: number }>;
export type Completion = "reached" | "can_reach" | "missed" | "no_rule";

/** Whether somebody has earned a certificate, measured by all sessions that are planned and not by those held so far. */
export function completionOf(
  { certificate, certificateLeast }: Pick<Event, "certificate" | "certificateLeast">,
  sessions: readonly (Planned & Readonly<{ id: string }>)[],
  present: ReadonlySet<string>,
): Readonly<{ state: Completion; attended: Attended; planned: Attended }> {
  const sum = (some: readonly Planned[]): Attended => ({
    sessions: some.length,
    minutes: some.reduce((minutes, one) => minutes + minutesOf(one), 0),
  });
  const all = standing(sessions);
  const attended = sum(all.filter(({ id }) => present.has(id)));
  const open = sum(all.filter(({ id, state }) => state === "planned" && !present.has(id)));
  const planned = sum(all);
  if (certificate === "none") return { state: "no_rule", attended, planned };
  const least = certificateLeast!;
  const reached = attended[certificate];
  const state = reached >= least ? "reached" : reached + open[certificate] >= least ? "can_reach" : "missed";
  return { state, attended, planned };
}
