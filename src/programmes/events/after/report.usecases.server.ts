import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing, formTexts } from "#platform/kernel/form-values.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { recordActivity, withdrawActivity } from "#programmes/plan/public.ts";
import { type EventPermit, eventPolicy } from "../access.ts";
import { findEvent, lockEvents, selectSessions } from "../catalogue/event.store.server.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import { expectedOf } from "../day/door.queries.server.ts";
import { type Counts, countedOf } from "../day/door.rules.ts";
import { selectPresences, sumPresses } from "../day/door.store.server.ts";
import { UNIT_NAMES } from "../model/event.messages.ts";
import { COUNTS, standing } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import { takenOf } from "../signups/places.commands.server.ts";
import { REPORT } from "./report.messages.ts";
import { activityOf, type Report } from "./report.rules.ts";
import { ReportInput } from "./report.schema.ts";
import { findReport, upsertReport } from "./report.store.server.ts";

const SOURCE = "events";

/** What the list and the buttons of an event's sessions counted, but of those that are off. */
async function countEvent(permit: EventPermit, event: Event, sessions: readonly Session[]): Promise<Counts> {
  const ids = standing(sessions).map(({ id }) => id);
  const workplaces = new Map(
    (await expectedOf(permit, event.id)).map(({ id, workplace, told }) => [id, workplace ?? told]),
  );
  const here = (await selectPresences(permit, ids)).map(({ personId }) => ({
    personId,
    workplace: workplaces.get(personId) ?? "",
  }));
  return countedOf(event.kind, here, await sumPresses(permit, ids));
}

const valuesOf = (report: Report) => ({
  ...formTexts(report, "summary", "toldCentre", "toldResources"),
  ...Object.fromEntries(Object.entries(report.counts).map(([unit, n]) => [unit, String(n)])),
});

/** What the report of an event shows: what was reported, or else what was counted on the day. */
export const readReportForm = query({
  name: "event-report.form",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }) {
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    const sessions = await selectSessions(permit, [id]);
    const counted = await countEvent(permit, event, sessions);
    const report = await findReport(permit, id);
    const first = { counts: counted, summary: "", toldCentre: false, toldResources: false };
    return ok({
      seen: formShowing(report ? valuesOf(report) : {}).seen,
      values: valuesOf(report ?? first),
      event: { id, title: event.title },
      units: COUNTS[event.kind].map((unit) => ({
        unit,
        name: UNIT_NAMES[unit].ja,
        word: REPORT.units[unit],
        counted: counted[unit] ?? 0,
      })),
      signedUp: (await takenOf(permit, [id])).get(id) ?? 0,
      held: sessions.some(({ state }) => state === "held"),
      area: await placeOf(permit),
    });
  },
});

/** Brings the plan's activity to what is reported and held now; nothing of an event that was never held. */
async function pushReport(permit: EventPermit, event: Event, report: Report): Promise<Result<unknown>> {
  const { area } = permit.subject;
  const sessions = await selectSessions(permit, [event.id]);
  const { name } = await placeOf(permit);
  const activity = event.deletedAt ? undefined : activityOf(event, sessions, report, name);
  return activity ? recordActivity(permit, area, activity) : withdrawActivity(permit, area, SOURCE, event.id);
}

/** After sessions changed, or the event was deleted or brought back: what was reported already follows. */
export async function refreshReport(permit: EventPermit, id: string): Promise<Result<unknown>> {
  const [event] = await lockEvents(permit, permit.subject.area, [id]);
  const report = event && (await findReport(permit, id));
  return event && report ? pushReport(permit, event, report) : ok(undefined);
}

/** Reports an event: it counts in the plan, once, in its own units; a correction corrects it there. */
export const saveReport = command({
  name: "event-report.save",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  input: ReportInput,
  seen: async (permit, { id }) => {
    const report = await findReport(permit, id);
    return report ? valuesOf(report) : {};
  },
  async run(permit, { id, summary, toldCentre, toldResources, ...told }) {
    const [event] = await lockEvents(permit, permit.subject.area, [id]);
    if (!event || event.deletedAt) return notFound("event");
    const sessions = await selectSessions(permit, [id]);
    if (!sessions.some(({ state }) => state === "held")) return conflict(REPORT.notHeld);
    const counts: Counts = Object.fromEntries(
      COUNTS[event.kind].flatMap((unit) => (told[unit] === null ? [] : [[unit, told[unit]]])),
    );
    const report = { counts, summary, toldCentre, toldResources };
    await upsertReport(permit, id, report);
    const pushed = await pushReport(permit, event, report);
    return pushed.ok ? ok({ id }) : pushed;
  },
});
