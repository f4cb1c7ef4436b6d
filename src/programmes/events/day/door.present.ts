import { isUuid } from "#platform/kernel/ids.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { NEED_NAMES, UNIT_NAMES } from "../model/event.messages.ts";
import { COUNTS } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import type { Need } from "../model/event-kinds.schema.ts";
import { DOOR, TALLY_NAMES } from "./door.messages.ts";
import { buttonsOf, type Counts, isOpenDoor } from "./door.rules.ts";

type Listed = Readonly<{
  id: string;
  name: string;
  origin: string;
  position: number;
  told: string;
  number: string | null;
  workplace: string | null;
  needs: readonly string[] | null;
}>;
type Presence = Readonly<{ personId: string; inAt: Date; outAt: Date | null }>;

const timeOf = (instant: Date): string => showInstantJa(instant).split(" ").at(-1)!;

/** The list for the door. No telephone and no mailbox: the door needs neither. */
export function doorView(
  { event, sessions, session }: Readonly<{ event: Event; sessions: readonly Session[]; session: Session }>,
  {
    expected,
    presences,
    pressed,
    now,
  }: Readonly<{ expected: readonly Listed[]; presences: readonly Presence[]; pressed: Counts; now: Date }>,
) {
  const byPerson = new Map(presences.map((one) => [one.personId, one]));
  const rows = expected.map((one) => {
    const presence = byPerson.get(one.id);
    return {
      id: one.id,
      name: one.name || DOOR.unnamed(one.position + 1),
      number: one.number ?? "",
      workplace: one.workplace ?? one.told,
      needs: (one.needs ?? []).map((need) => NEED_NAMES[need as Need].ja).join("・"),
      walkIn: one.origin === "walk_in",
      inAt: presence ? timeOf(presence.inAt) : "",
      outAt: presence?.outAt ? timeOf(presence.outAt) : "",
    };
  });
  const signedUp = rows.filter(({ walkIn }) => !walkIn);
  const came = (some: typeof rows) => some.filter(({ inAt }) => inAt !== "").length;
  return {
    event: {
      id: event.id,
      title: event.title,
      byList: COUNTS[event.kind].includes("persons") || event.signUp !== "none",
    },
    session: { id: session.id, text: `${showDateJa(session.day)} ${session.starts}–${session.ends}` },
    sessions: sessions
      .filter(({ state }) => state !== "cancelled")
      .map((one) => ({ id: one.id, text: `${showDateJa(one.day)} ${one.starts}` })),
    open: isOpenDoor(session, now),
    rows,
    /** Signed up, came, walked in: three counts that stay apart. */
    sums: { signedUp: signedUp.length, came: came(signedUp), walkedIn: came(rows) - came(signedUp) },
    buttons: buttonsOf(event.kind).map((key) => ({ key, name: TALLY_NAMES[key] })),
    pressed: COUNTS[event.kind].flatMap((unit) =>
      pressed[unit] === undefined ? [] : [{ unit, name: UNIT_NAMES[unit].ja, amount: pressed[unit] }],
    ),
  };
}
export type DoorView = ReturnType<typeof doorView>;

/** The session that an address of a door names. */
export function doorTarget(params: URLSearchParams): { session?: string } {
  const session = params.get("session") ?? "";
  return isUuid(session) ? { session } : {};
}

/** What the page of a door says of the last who came in, and whom it lists. */
export function doorAnswers({ rows }: Pick<DoorView, "rows">, params: URLSearchParams) {
  const last = (key: string) => rows.find(({ id }) => id === params.get(key));
  const [done, again] = [last("done"), last("again")];
  const q = (params.get("q") ?? "").normalize("NFKC").trim();
  const wanted = q.replace(/\s/g, "").toUpperCase();
  return {
    q,
    said: done ? DOOR.done(done.name, done.inAt) : again ? DOOR.already(again.name, again.inAt) : "",
    found: rows.filter(({ name, number, workplace }) =>
      `${name}\n${number}\n${workplace}`
        .normalize("NFKC")
        .replace(/[^\S\n]/g, "")
        .toUpperCase()
        .includes(wanted),
    ),
  };
}

/** Where the forms of a door lead, wherever its page stands: to the same session. */
export const doorAddresses = (here: string) => {
  const back = ({ session }: Readonly<{ session: string }>) => `${here}?session=${session}`;
  const came = ({ person, again, session }: Readonly<{ person: string; again: boolean; session: string }>) =>
    `${back({ session })}&${again ? "again" : "done"}=${person}`;
  return { back, came };
};
