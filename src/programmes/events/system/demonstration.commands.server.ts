import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import sample from "../../../../reference/demonstration/events.json" with { type: "json" };
import { NEW_EVENT } from "../catalogue/event.present.ts";
import { listEvents, publishEvent, saveEvent } from "../catalogue/event.usecases.server.ts";

const ACTOR = service("demonstration");
const AREA = "hamada";

/** Loads what the council of Hamada held, as events of the next weeks; what stands already stays as it is. */
export async function loadDemonstrationEvents(app: App): Promise<void> {
  const { page, area } = expectOk(await listEvents(app, ACTOR, { area: AREA }));
  const today = app.clock.today();
  for (const { key, daysAhead, starts, ends, hosts, ...event } of sample.events) {
    const id = namedId("event", area.id, key) as string;
    if (page.rows.some((row) => row.id === id)) continue;
    const sessions = [{ day: addDays(today, daysAhead), starts, ends }];
    const told = { ...NEW_EVENT, ...event, hosts, sessions, closesOn: "" };
    expectOk(await saveEvent(app, ACTOR, { area: AREA, id }, told));
    expectOk(await publishEvent(app, ACTOR, { area: AREA, id }));
  }
}
