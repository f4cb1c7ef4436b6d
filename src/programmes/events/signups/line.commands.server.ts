import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { inArea, NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { lapsedIn } from "#foundation/bookings/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type EventPermit, eventPolicy } from "../access.ts";
import { findEvent, selectSessions } from "../catalogue/event.store.server.ts";
import { postSignUp } from "../letters/event-letter.commands.server.ts";
import { offeredUntil } from "../model/event.rules.ts";
import { nextOf } from "./line.rules.ts";
import { places, takenOf } from "./places.commands.server.ts";
import { linkOf } from "./sign-up.commands.server.ts";
import { findSignUp } from "./sign-up.store.server.ts";

/** In one round; what is left waits for the next. */
const MOST_AT_ONCE = 100;

/** The events for which somebody waits. */
const listDueLines = query({
  name: "event-line.list-due",
  policy: eventPolicy,
  target: z.object({}),
  subject: () => ({ type: "event", area: NATION }),
  run: async (permit) => ok(await places.lines(permit)),
});

/** Seats that nobody answered for go on. False where nothing lapsed. */
async function lapse(permit: EventPermit, event: string): Promise<boolean> {
  const { area } = permit.subject;
  const lapsed = lapsedIn(await places.line(permit, area, { subject: event }), permit.clock.now());
  if (!lapsed) return false;
  await places.leave(permit, area, lapsed, "lapsed");
  return true;
}

/** One step of a line: lets an offer lapse, or offers seats to the next. False where nothing is to be done. */
const serveLine = command({
  name: "event-line.serve",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }, app) {
    const { area } = permit.subject;
    await places.hold(permit, area, [id], "");
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    if (event.state !== "published") return ok(false);
    if (await lapse(permit, id)) return ok(true);
    const sessions = await selectSessions(permit, [id]);
    const until = offeredUntil(event, sessions, permit.clock.now());
    if (!until) return ok(false);
    const taken = (await takenOf(permit, [id])).get(id) ?? 0;
    const free = event.capacity === null ? Number.MAX_SAFE_INTEGER : event.capacity - taken;
    const next = nextOf(event, await places.line(permit, area, { subject: id }), free);
    if (!next) return ok(false);
    const signUp = await findSignUp(permit, next.waiting.holderId);
    if (!signUp) return ok(false);
    await places.offer(permit, area, next.waiting, { slot: "", offeredUntil: until, seats: next.seats });
    const link = `${app.config.origin}/es/${await linkOf(permit, signUp)}`;
    await postSignUp(permit, { app, letter: "offered", event, sessions, signUp, link, until });
    return ok(true);
  },
});

/** By the clock: seats that became free go to those who wait, as the event's own rules say. */
export async function serveLines(app: App): Promise<void> {
  const actor = service("events");
  for (const { area, id } of expectOk(await listDueLines(app, actor, {})))
    for (let done = 0; done < MOST_AT_ONCE; done += 1) {
      const served = await serveLine(app, actor, { area, id });
      // One line that can't go on must not hold up the others.
      if (!served.ok) app.log.error({ event: id, refusal: served.error.kind }, "a line could not be served");
      if (!served.ok || !served.value) break;
    }
}
