import type { Actor } from "#foundation/actors/public.ts";
import type { Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { MAIL } from "../messages.ts";
import { inTerm } from "../rules.ts";
import type { Body } from "../schema.ts";
import { selectBodies, selectMembers } from "../store.server.ts";
import { inCouncil, saveInCouncil } from "../usecases.server.ts";
import { isApproved } from "./minutes/store.server.ts";
import { selectAgenda } from "./papers/store.server.ts";
import { insertOptions, mintLink, selectOptions } from "./poll/store.server.ts";
import { meetingFile, showWhen } from "./present.ts";
import { aboutMember, allows, type MeetingAction, stateOfMeeting } from "./rules.ts";
import { type Meeting, MeetingInput, MoveInput, PlaceInput, type Slot } from "./schema.ts";
import {
  findMeeting,
  insertInvitees,
  insertMeeting,
  selectInvitees,
  selectMeetings,
  updateMeeting,
} from "./store.server.ts";

const MEETINGS_SHOWN = 100;

/** Plans a meeting of a body with its present members. One date is fixed at once, several are asked about. */
export function planMeeting(app: App, actor: Actor, area: AreaId, input: unknown, onceKey?: string) {
  const once = { onceKey };
  return saveInCouncil(
    app,
    actor,
    area,
    "meeting",
    MeetingInput,
    input,
    once,
    async (unit, value, id, at) => {
      const { bodyId, title, place, slots, pollDeadline } = value;
      if (!(await selectBodies(unit, area)).some((body) => body.id === bodyId)) return notFound("body");
      const today = unit.clock.today();
      if (pollDeadline && pollDeadline < today)
        return invalid({ pollDeadline: ["返事の期限は、きょうからあとの日にしてください。"] });
      if (pollDeadline && slots.some((slot) => slot.day < pollDeadline))
        return invalid({ pollDeadline: ["返事の期限は、最初の候補の日より前にしてください。"] });
      const isNew = await insertMeeting(unit, area, at, { id, bodyId, title, place, pollDeadline });
      if (!isNew) return ok(undefined);
      const members = await selectMembers(unit, area, bodyId);
      const present = members.filter((member) => inTerm(member, today)).map((member) => member.id);
      await insertInvitees(unit, area, id, present);
      if (slots.length === 1) await fix(unit, area, id, slots[0]!);
      else await insertOptions(unit, area, id, slots);
      await refreshBoardLine(unit, area);
      return ok(undefined);
    },
  );
}

/** A meeting that the actor may edit and whose state allows it, held, with its body; then the work. */
export function withMeeting<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  action: MeetingAction,
  work: (unit: Unit, meeting: Meeting, body: Body, by: string, at: Date) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inCouncil(app, actor, area, "council.edit", "meeting", async (unit, by, at): Promise<Result<T>> => {
    const meeting = await findMeeting(unit, area, id, true);
    if (!meeting) return notFound("meeting");
    const state = stateOfMeeting(meeting, unit.clock.today(), await isApproved(unit, area, id));
    if (!allows(state, action)) return conflict("会議の状態が変わったため、この操作はできません。");
    const body = (await selectBodies(unit, area)).find((one) => one.id === meeting.bodyId);
    return body ? work(unit, meeting, body, by, at) : notFound("body");
  });
}

/** Changes the place while the date is asked for; whoever was asked reads it where the answer is given. */
export function placeMeeting(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  input: unknown,
): Promise<Result<undefined>> {
  return withMeeting(app, actor, area, id, "place", async (unit) => {
    const to = checked(PlaceInput, input);
    if (!to.ok) return to;
    await updateMeeting(unit, area, id, to.value);
    return ok(undefined);
  });
}

/** Fixes the date to one of those asked about. */
export function fixDate(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  optionId: string,
): Promise<Result<{ sent: number }>> {
  return withMeeting(app, actor, area, id, "fix", async (unit, meeting, body, by, at) => {
    const slot = (await selectOptions(unit, area, id)).find((option) => option.id === optionId);
    if (!slot) return notFound("date");
    return ok({
      sent: await moveTo(app, unit, area, meeting, { ...slot, place: meeting.place }, body, by, at),
    });
  });
}

/** Moves a meeting whose date is fixed to another day, time or place. Returns how many were told. */
export function moveMeeting(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  input: unknown,
): Promise<Result<{ sent: number }>> {
  return withMeeting(app, actor, area, id, "move", async (unit, meeting, body, by, at) => {
    const to = checked(MoveInput, input);
    if (!to.ok) return to;
    return ok({ sent: await moveTo(app, unit, area, meeting, to.value, body, by, at) });
  });
}

/** Who was invited already is told at once, and the calendars with them; a day that is over is put right silently. */
async function moveTo(
  app: App,
  unit: Unit,
  area: AreaId,
  meeting: Meeting,
  to: Slot & Readonly<{ place: string }>,
  body: Body,
  by: string,
  at: Date,
): Promise<number> {
  const { day: heldOn, startsAt, endsAt, place } = to;
  const moved = { ...meeting, heldOn, startsAt, endsAt, place };
  const same = showWhen(moved) === showWhen(meeting) && place === meeting.place;
  await fix(unit, area, meeting.id, to);
  await updateMeeting(unit, area, meeting.id, { place });
  await refreshBoardLine(unit, area);
  if (same || meeting.invitedAt === null || heldOn < unit.clock.today()) return 0;
  return announce(app, unit, area, moved, body, by, at, "moved");
}

const fix = (unit: Unit, area: AreaId, id: string, slot: Slot) =>
  updateMeeting(unit, area, id, { held_on: slot.day, starts_at: slot.startsAt, ends_at: slot.endsAt });

/**
 * Sends every invited member with a mail address the invitation with its calendar file. Returns how many have it.
 * `seen` is the calendar sequence that the form showed: sent again, it finds another and sends nothing.
 */
export function invite(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  seen?: string,
): Promise<Result<{ sent: number }>> {
  return withMeeting(app, actor, area, id, "invite", async (unit, meeting, body, by, at) => {
    if (seen === undefined || seen === String(meeting.calendarSequence))
      return ok({ sent: await announce(app, unit, area, meeting, body, by, at, "invitation") });
    return ok({ sent: (await reachable(unit, area, id)).length });
  });
}

async function announce(
  app: App,
  unit: Unit,
  area: AreaId,
  meeting: Meeting,
  body: Body,
  by: string,
  at: Date,
  kind: "invitation" | "moved",
): Promise<number> {
  const { id, title, place } = meeting;
  const sequence = meeting.calendarSequence + 1;
  const agenda = (await selectAgenda(unit, area, id)).map((item, index) => `${index + 1} ${item.title}`);
  const file = fileOf(app, { ...meeting, calendarSequence: sequence }, body, at);
  const invitees = await reachable(unit, area, id);
  for (const { memberId, email } of invitees) {
    const token = await mintLink(unit, area, id, memberId, unit.clock.today());
    const link = `${app.config.origin}/meeting/${token}`;
    await queueMail(unit, by, at, {
      area,
      to: email,
      ...MAIL[kind](body.name, title, showWhen(meeting), place, agenda.join("\n"), link),
      attachments: [file],
      onceKey: `${kind}:${id}:${memberId}:${sequence}`,
      about: aboutMember(id, memberId),
    });
  }
  await updateMeeting(unit, area, id, { invited_at: at, calendar_sequence: sequence });
  return invitees.length;
}

/** Calls a meeting off. Who was invited is told, and their calendars with them. */
export function cancelMeeting(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<undefined>> {
  return withMeeting(app, actor, area, id, "cancel", async (unit, meeting, body, by, at) => {
    const sequence = meeting.calendarSequence + 1;
    await updateMeeting(unit, area, id, { cancelled_at: at, calendar_sequence: sequence });
    if (meeting.invitedAt) {
      const off = { ...meeting, calendarSequence: sequence, cancelledAt: at };
      const file = fileOf(app, off, body, at);
      for (const { memberId, email } of await reachable(unit, area, id)) {
        await queueMail(unit, by, at, {
          area,
          to: email,
          ...MAIL.cancelled(body.name, meeting.title, showWhen(meeting)),
          attachments: [file],
          onceKey: `cancelled:${id}:${memberId}`,
          about: aboutMember(id, memberId),
        });
      }
    }
    await refreshBoardLine(unit, area);
    return ok(undefined);
  });
}

const reachable = async (unit: Unit, area: AreaId, id: string) =>
  (await selectInvitees(unit, area, id)).filter((one) => one.email !== "");

const fileOf = (app: App, meeting: Meeting, body: Body, at: Date) =>
  meetingFile(
    meeting,
    new URL(app.config.origin).hostname,
    { name: body.name, email: app.config.mailFrom },
    at,
  );

export function listMeetings(app: App, actor: Actor, area: AreaId, body?: string) {
  return inCouncil(app, actor, area, "council.read", "meeting", async (unit) => {
    const today = unit.clock.today();
    const found = await selectMeetings(unit, area, { ...(body ? { body } : {}), limit: MEETINGS_SHOWN });
    return ok(
      found.map((meeting) => ({ ...meeting, state: stateOfMeeting(meeting, today, meeting.approved) })),
    );
  });
}
