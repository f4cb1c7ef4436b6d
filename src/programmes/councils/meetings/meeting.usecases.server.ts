import { command, query } from "#foundation/authority/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { allows, wrongState } from "#platform/kernel/states.ts";
import type { CouncilPermit } from "../access.ts";
import { findBody, selectMembers } from "../bodies/body.store.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { STATE } from "../messages.ts";
import type { Body } from "../model/body.schema.ts";
import { ofArea } from "../model/council-target.schema.ts";
import { ALLOWED, type MeetingStep, stateOfMeeting } from "../model/meeting.rules.ts";
import { type Meeting, MeetingInput } from "../model/meeting.schema.ts";
import { inTerm } from "../model/member.rules.ts";
import { listedMeeting } from "./meeting.present.ts";
import {
  findMeeting,
  insertInvitees,
  insertMeeting,
  selectMeetings,
  updateSlot,
} from "./meeting.store.server.ts";
import { isApproved } from "./minutes.store.server.ts";
import { insertOptions } from "./poll.store.server.ts";

const MEETINGS_SHOWN = 100;

/** Plans a meeting of a body with its present members. One date is fixed at once, several are asked about. */
export const planMeeting = command({
  name: "meeting.plan",
  ...ofArea("meeting"),
  input: MeetingInput,
  once: true,
  async run(permit, { bodyId, title, place, slots, pollDeadline }) {
    if (!(await findBody(permit, bodyId))) return notFound("body");
    const today = permit.clock.today();
    // One date may be of a meeting that was held; nobody is asked about a day that is over.
    const isAsked = slots.length > 1 || pollDeadline !== null;
    const over = slots.flatMap(({ day }, row) => (isAsked && day < today ? [[row, day] as const] : []));
    if (over.length > 0)
      return invalid(Object.fromEntries(over.map(([row, day]) => [`slots.${row}.day`, [overDay(day)]])));
    if (pollDeadline && pollDeadline < today)
      return invalid({ pollDeadline: ["回答期限は、明日以降の日付を選択してください。"] });
    if (pollDeadline && slots.some((slot) => slot.day < pollDeadline))
      return invalid({ pollDeadline: ["回答期限は、最初の候補日より前にしてください。"] });
    const id = await insertMeeting(permit, { bodyId, title, place, pollDeadline });
    const members = await selectMembers(permit, bodyId);
    const present = members.filter((member) => inTerm(member, today)).map((member) => member.id);
    await insertInvitees(permit, id, present);
    if (slots.length === 1) await updateSlot(permit, id, slots[0]!);
    else await insertOptions(permit, id, slots);
    await refreshBoardLine(permit);
    return ok({ id });
  },
});

const overDay = (day: PlainDate) =>
  `候補日（${showDateJa(day)}）は過ぎています。本日以降の日付を選択してください。`;

export type LockedMeeting = Readonly<{ meeting: Meeting; body: Body }>;

/** A meeting whose state allows the step, with its body; others who change it wait until this is done. */
export async function lockMeeting(
  permit: CouncilPermit,
  id: string,
  step: MeetingStep,
): Promise<Result<LockedMeeting>> {
  const meeting = await findMeeting(permit, id, true);
  if (!meeting) return notFound("meeting");
  const state = stateOfMeeting(meeting, permit.clock.today(), await isApproved(permit, id));
  if (!allows(ALLOWED, state, step)) return wrongState(STATE[state]);
  const body = await findBody(permit, meeting.bodyId);
  return body ? ok({ meeting, body }) : notFound("body");
}

/** The meetings of an area, those without a date first, then the latest. */
export const listMeetings = query({
  name: "meeting.list",
  ...ofArea("meeting"),
  async run(permit) {
    const found = await selectMeetings(permit, { limit: MEETINGS_SHOWN });
    return ok(found.map((meeting) => listedMeeting(meeting, permit.clock.today())));
  },
});
