import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import { deletions } from "#foundation/deletions/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addMonths } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import { listPlanChoices } from "#programmes/plan/public.ts";
import { type EventPermit, eventPolicy } from "../access.ts";
import { refreshReport } from "../after/report.usecases.server.ts";
import { structuredEvent } from "../calendar/month.present.ts";
import { SIGNING_NAMES, STATE_NAMES } from "../model/event.messages.ts";
import { signingOf, startOf } from "../model/event.rules.ts";
import { EventInput } from "../model/event.schema.ts";
import { SPOKEN } from "../model/event-kinds.schema.ts";
import { EVENT_STEPS, type EventStep } from "../model/event-states.schema.ts";
import { countingAll, takenOf } from "../signups/places.commands.server.ts";
import { tellSignedUp } from "../signups/telling.commands.server.ts";
import { EVENT_LIST, eventFacts, eventValues, NEW_EVENT } from "./event.present.ts";
import {
  EVENT_ROWS,
  findEvent,
  lockEvents,
  replaceSessions,
  selectEvents,
  selectSessions,
  updateEvent,
  updateSession,
  upsertEvent,
} from "./event.store.server.ts";
import { placeOf } from "./place.queries.server.ts";

const spoken = z.enum(SPOKEN).default("ja");
const mayDo = ({ actor, subject }: EventPermit, action: "event.see-draft" | "event.save") =>
  eventPolicy.may(actor, action, subject) !== undefined;

/** What is held in an area. */
export const listEvents = query({
  name: "event.list",
  ...inArea(eventPolicy, "event", { list: listTarget(EVENT_LIST) }),
  async run(permit, { list }) {
    const staff = mayDo(permit, "event.see-draft");
    const found = await selectEvents(permit, list, { drafts: staff });
    const ids = found.map(({ id }) => id);
    const sessions = Map.groupBy(await selectSessions(permit, ids), ({ eventId }) => eventId);
    const all = await countingAll(permit, ids[0] ?? "", () => takenOf(permit, ids));
    const rows = found.map((event) => {
      const own = sessions.get(event.id) ?? [];
      const taken = all.get(event.id) ?? 0;
      const signing = signingOf(event, own, taken, permit.clock.now());
      return { ...event, days: own.length || 1, taken: staff ? taken : null, signing };
    });
    const page = pageOf(EVENT_LIST, list, rows);
    return ok({ page, area: await placeOf(permit), staff, writes: mayDo(permit, "event.save") });
  },
});

/** An event with its sessions; a draft is for the staff. */
export const readEvent = query({
  name: "event.read",
  ...inArea(eventPolicy, "event", { id: rowId(), language: spoken }),
  async run(permit, { id, language }, app) {
    const event = await findEvent(permit, id);
    const staff = mayDo(permit, "event.see-draft");
    if (!event || !(staff || event.state !== "draft")) return notFound("event");
    const sessions = await selectSessions(permit, [id]);
    const taken = (await countingAll(permit, id, () => takenOf(permit, [id]))).get(id) ?? 0;
    const area = await placeOf(permit);
    const signing = signingOf(event, sessions, taken, permit.clock.now());
    return ok({
      event: eventFacts(event, sessions, language),
      signing: SIGNING_NAMES[signing][language],
      structured: structuredEvent(event, sessions, `${app.config.origin}/areas/${area.slug}/events/${id}`),
      open: signing === "open" || signing === "full",
      full: signing === "full",
      over: signing === "over",
      taken: staff ? taken : null,
      area,
      staff,
      writes: mayDo(permit, "event.save"),
    });
  },
});

/** What the form of an event shows; of a new one what is usual. */
export const readEventForm = query({
  name: "event.form",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }, app) {
    const event = await findEvent(permit, id);
    const plan = await alsoDo(permit, listPlanChoices, { area: permit.subject.area }, undefined, app);
    const values = eventValues(event, await selectSessions(permit, [id]));
    const form = formShowing(values);
    return ok({
      ...form,
      values: event ? form.values : { ...form.values, ...NEW_EVENT },
      isNew: event === undefined,
      initiatives: plan.ok ? plan.value.initiatives : [],
      area: await placeOf(permit),
    });
  },
});

/** Saves an event with its sessions. Who has a place keeps it, also where there are fewer places now. */
export const saveEvent = command({
  name: "event.save",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  input: EventInput,
  once: true,
  async seen(permit, { id }) {
    const [event] = await lockEvents(permit, permit.subject.area, [id]);
    return eventValues(event, await selectSessions(permit, [id]));
  },
  values: ({ sessions, ...event }) => eventValues(event, sessions),
  async run(permit, { area: _, id, ...event }) {
    await upsertEvent(permit, id, event);
    await replaceSessions(permit, id, event.sessions);
    const taken = (await takenOf(permit, [id])).get(id) ?? 0;
    const over = event.capacity === null ? 0 : Math.max(0, taken - event.capacity);
    return ok({ id, over });
  },
});

/** The same event a year later, as a draft; who signed up stays with the old one. */
export const copyEvent = command({
  name: "event.copy",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }) {
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    const copy = newId() as string;
    const sessions = (await selectSessions(permit, [id])).map(({ day, starts, ends, place }) => ({
      ...{ day: addMonths(day, 12), starts, ends, place },
    }));
    const closesOn = event.closesOn && addMonths(event.closesOn, 12);
    const { kind, title, titleEn, summary, theme, audience, series, hosts, place, address, online, fee } =
      event;
    const { phone, initiativeId, signUp, capacity, mostAtOnce, groupRule, priority, answerHours } = event;
    const { questions, certificate, certificateLeast, issuer } = event;
    await upsertEvent(
      permit,
      copy,
      {
        ...{ kind, title, titleEn, summary, theme, audience, series, hosts: [...hosts], place, address },
        ...{ online, fee },
        ...{ phone, initiativeId, signUp, capacity, mostAtOnce, groupRule, priority, answerHours },
        ...{ questions: [...questions], certificate, certificateLeast, issuer, closesOn, sessions },
      },
      id,
    );
    await replaceSessions(permit, copy, sessions);
    return ok({ id: copy });
  },
});

async function take(permit: EventPermit, id: string, step: EventStep, more: { cancelledWhy?: string } = {}) {
  const [event] = await lockEvents(permit, permit.subject.area, [id]);
  if (!event || event.deletedAt) return notFound("event");
  const next = stepFrom(EVENT_STEPS as never, event.state, step);
  if (!next.ok) return wrongState(STATE_NAMES[event.state].ja);
  await updateEvent(permit, id, { state: next.value as never, ...more });
  return ok({ id });
}

export const publishEvent = command({
  name: "event.publish",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  run: (permit, { id }) => take(permit, id, "publish"),
});

/** Back to a draft, as long as nobody has signed up. */
export const withdrawEvent = command({
  name: "event.withdraw",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  async run(permit, { id }) {
    const taken = (await takenOf(permit, [id])).get(id) ?? 0;
    if (taken > 0)
      return conflict("申込みがあるため、下書きに戻せません。中止する場合は「中止する」を押してください。");
    return take(permit, id, "withdraw");
  },
});

/** Called off: whoever has a place or waits is told, and calendars show it as off. */
export const cancelEvent = command({
  name: "event.cancel",
  ...inArea(eventPolicy, "event", { id: rowId() }),
  input: z.object({
    cancelledWhy: z.string().trim().min(1, { error: "中止の理由を入力してください。" }).max(300),
  }),
  async run(permit, { id, cancelledWhy }, app) {
    const done = await take(permit, id, "cancel", { cancelledWhy });
    if (!done.ok) return done;
    await tellSignedUp(permit, app, "cancelled", id);
    return done;
  },
});

/** A session was held, is off, or is planned again. */
export const settleSession = command({
  name: "event-session.settle",
  ...inArea(eventPolicy, "event", { id: rowId(), session: rowId() }),
  input: z.object({ state: z.enum(["planned", "held", "cancelled"]) }),
  async run(permit, { id, session, state }) {
    const known = (await selectSessions(permit, [id])).find((one) => one.id === session);
    if (!known) return notFound("session");
    if (state === "held" && permit.clock.now() < startOf(known))
      return conflict("まだ始まっていない回です。開始後に「実施済み」にしてください。");
    await updateSession(permit, id, session, state);
    // Calendars replace what they hold by what has the higher number.
    await updateEvent(permit, id, {});
    const refreshed = await refreshReport(permit, id);
    return refreshed.ok ? ok({ id }) : refreshed;
  },
});

/** Deleting an event, and bringing it back. */
export const eventDeletions = deletions({
  policy: eventPolicy,
  kinds: ["event"],
  rows: EVENT_ROWS,
  names: { restore: "event.restore", list: "event.list-deleted", readRestored: "event.read-restored" },
  pages: { event: (id) => id },
  changed: (permit, _kind, id) => refreshReport(permit, id),
});
export const { restore: restoreEvent, listDeleted, readRestored } = eventDeletions;
export const removeEvent = eventDeletions.removingOnly("event.delete", "event");
