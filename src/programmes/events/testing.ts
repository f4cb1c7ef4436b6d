import { VISITOR } from "#foundation/actors/public.ts";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { standing } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { correctable } from "./after/after.testing.ts";
import { saveReport } from "./after/report.usecases.server.ts";
import { readEvent, removeEvent, saveEvent, settleSession } from "./catalogue/event.usecases.server.ts";
import { addWalkIn, undoCheckIn } from "./day/door.commands.server.ts";
import { anEvent, aSignUp, makeEvent } from "./events.testing.ts";
import { serveLines } from "./signups/line.commands.server.ts";
import { cancelSignUp, makeSignUp } from "./signups/sign-up.commands.server.ts";

export { anEvent, makeEvent } from "./events.testing.ts";

type Place = ExamplePlace;
const made = ({ app, area, secretariat }: Place, change: object = {}) =>
  makeEvent(app, { area, by: secretariat, ...change });
/** A day after the clock of any run. */
const later = { "sessions.0.day": "2027-12-10" };

const inArea = (more: object = {}, input?: unknown) =>
  standing(({ area }) => ({ target: { area, ...more }, input }));
const anywhere = (more: Readonly<Record<string, unknown>> = {}) => standing(() => ({ target: more }));
const onEvent = (input?: unknown, change: object = later): Examples[string] =>
  standing(async (place) => ({ target: { area: place.area, id: await made(place, change) }, input }));
const draft: Examples[string] = standing(async ({ app, area, secretariat }) => {
  const id = newId() as string;
  expectOk(await saveEvent(app, secretariat, { area, id }, { ...anEvent, ...later }));
  return { target: { area, id } };
});

/** Of a sign-up by somebody without an account; offered a place that became free where that is asked for. */
const onSignUp = (input?: unknown, offered = false): Examples[string] =>
  standing(async (place) => {
    const { app, area, secretariat } = place;
    const event = await made(place, { ...later, capacity: "1" });
    const sign = async () =>
      expectOk(await makeSignUp(app, VISITOR, { area, id: event }, aSignUp({ names: "見本の方" })));
    const first = await sign();
    if (!offered) return { target: { area, id: first.id }, input, holds: { "event-sign-up": first.id } };
    const second = await sign();
    expectOk(await cancelSignUp(app, secretariat, { area, id: first.id }));
    await serveLines(app);
    return { target: { area, id: second.id }, input, holds: { "event-sign-up": second.id } };
  });

const deleted: Examples[string] = standing(async (place) => {
  const { app, area, secretariat } = place;
  const id = await made(place);
  expectOk(await removeEvent(app, secretariat, { area, id }));
  return { target: { area, kind: "event", id } };
});

/** At a door that is open, with somebody on its list, and in where that is asked for. */
const onDoor = (input?: object, who?: "person" | "came", change: object = {}): Examples[string] =>
  standing(async (place) => {
    const { app, area, secretariat } = place;
    const today = { "sessions.0.day": app.clock.today() as string };
    const id = await made(place, { ...today, ...change });
    const target = { area, id };
    if (!who) return { target, input, holds: { "event-door": id } };
    const at = { name: `参加者${newId()}`, once: newId() as string };
    const { person, session } = expectOk(await addWalkIn(app, secretariat, target, at));
    if (who === "person") expectOk(await undoCheckIn(app, secretariat, { ...target, session }, { person }));
    return { target, input: { ...input, person }, holds: { "event-door": id } };
  });

async function heldAt(place: Place) {
  const { app, area, secretariat } = place;
  const past = { "sessions.0.day": "2026-01-15", certificate: "sessions", certificateLeast: "1" };
  const target = { area, id: await made(place, past) };
  const { event } = expectOk(await readEvent(app, secretariat, target));
  const session = event.sessions[0]!.id;
  expectOk(await settleSession(app, secretariat, { ...target, session }, { state: "held" }));
  return { target };
}

/** How the role matrix tries each command and query of events. */
export const examples: Examples = {
  "event.list": inArea(),
  "event.read": onEvent(),
  "event.form": inArea({ id: newId() }),
  "event.read-today": anywhere(),
  "event.list-deleted": inArea(),
  "event.read-restored": deleted,
  "event.restore": deleted,
  "event.save": standing(({ area }) => ({ target: { area, id: newId() }, input: { ...anEvent, ...later } })),
  "event.copy": onEvent(),
  "event.publish": draft,
  "event.withdraw": onEvent(),
  "event.cancel": onEvent({ cancelledWhy: "大雪のため" }),
  "event.delete": standing(async (place) => ({
    target: { area: place.area, id: await made(place) },
  })),
  "event-session.settle": standing(async (place) => {
    const { app, area, secretariat } = place;
    const id = await made(place, later);
    const { event } = expectOk(await readEvent(app, secretariat, { area, id }));
    return { target: { area, id, session: event.sessions[0]!.id }, input: { state: "cancelled" } };
  }),
  "event-sign-up.form": onEvent(),
  "event-sign-up.make": standing(async (place) => ({
    target: { area: place.area, id: await made(place, later) },
    input: aSignUp(),
  })),
  "event-sign-up.list": onEvent(),
  "event-sign-up.read": onSignUp(),
  "event-sign-up.name": onSignUp({ people: [] }),
  "event-sign-up.accept": onSignUp(undefined, true),
  "event-sign-up.cancel": onSignUp(),
  "event.read-days": anywhere({ from: "2026-12-01", until: "2026-12-31" }),
  "event-calendar.read": inArea(),
  "event.list-changes": standing(() => ({ target: { after: null, since: null, limit: 10 } })),
  "event-calendar.follow": inArea(),
  "event-calendar.embed": inArea(),
  "event-reminder.list-due": anywhere(),
  "event-reminder.send": onEvent(),
  "event-door.open": onDoor(),
  "event-door.read": onDoor(),
  "event-door.check-in": onDoor({}, "person"),
  "event-door.check-out": onDoor({}, "came"),
  "event-door.undo": onDoor({}, "came"),
  "event-door.walk-in": onDoor({ name: "当日の参加者", once: newId() }),
  "event-tally.press": onDoor({ button: "visits", press: newId() }, undefined, { kind: "festival" }),
  "event-report.form": onEvent(),
  "event-report.save": standing(async (place) => {
    const { target } = await heldAt(place);
    expectOk(await saveReport(place.app, place.secretariat, target, { persons: "1", summary: "初回" }));
    return { target, input: { persons: "1", summary: "訂正" } };
  }),
  "event-certificate.list": onEvent(),
  "event-certificate.issue": standing(heldAt),
  "event-certificate.correct": standing(async (place) => {
    const { event, certificate } = await correctable(place);
    return { target: { area: place.area, id: event }, input: { certificate, name: "正しい名前" } };
  }),
  "event-certificate.file": standing(async (place) => {
    const { event } = await correctable(place);
    return { target: { area: place.area, id: event } };
  }),
  "event-certificate.check": inArea({ number: "2026-0001-ABC" }),
  "event-line.list-due": anywhere(),
  "event-line.serve": onEvent(),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/events": "event.list",
  "areas/:area/events/deleted": "event.list-deleted",
  "areas/:area/events/:event": "event.read",
  "areas/:area/events/:event/edit": "event.form",
  "areas/:area/events/:event/sign-up": "event-sign-up.form",
  "areas/:area/events/:event/sign-ups": "event-sign-up.list",
  "areas/:area/event-sign-ups/:signup": "event-sign-up.read",
  "areas/:area/events/calendar": "event-calendar.read",
  "areas/:area/events/:event/door": "event-door.read",
  "areas/:area/events/:event/report": "event-report.form",
  "areas/:area/events/:event/certificates": "event-certificate.list",
  "areas/:area/event-certificates": "event-certificate.check",
  "es/:token": "event-sign-up.read",
  "ed/:token": "event-door.read",
  "areas/:area/events.ics": "event-calendar.follow",
  "embed/areas/:area/events": "event-calendar.embed",
  "areas/:area/events/:event/certificates.pdf": "event-certificate.file",
};
