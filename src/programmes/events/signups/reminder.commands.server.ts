import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { inArea, NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { eventPolicy } from "../access.ts";
import { findEvent, updateReminded } from "../catalogue/event.store.server.ts";
import { selectToRemind } from "../system/today.store.server.ts";
import { tellSignedUp } from "./telling.commands.server.ts";

/** How many days before the first session whoever has a place is reminded. */
const DAYS_BEFORE = 2;

const listDueReminders = query({
  name: "event-reminder.list-due",
  policy: eventPolicy,
  target: z.object({}),
  subject: () => ({ type: "event", area: NATION }),
  async run(permit) {
    const today = permit.clock.today();
    return ok(await selectToRemind(permit, { from: today, until: addDays(today, DAYS_BEFORE) }));
  },
});

/** Once for an event: whoever has a place hears that its day is near. */
const remind = command({
  name: "event-reminder.send",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }, app) {
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    if (event.state !== "published" || event.remindedAt) return ok(undefined);
    await updateReminded(permit, id);
    await tellSignedUp(permit, app, "reminder", id);
    return ok(undefined);
  },
});

/** By the clock: reminds of the events of the next days. */
export async function remindOfEvents(app: App): Promise<void> {
  const actor = service("events");
  for (const { areaId: area, id } of expectOk(await listDueReminders(app, actor, {})))
    expectOk(await remind(app, actor, { area, id }));
}
