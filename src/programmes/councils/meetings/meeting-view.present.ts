import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { openSteps } from "#platform/kernel/states.ts";
import type { Undelivered } from "#platform/mail/deliveries.ts";
import type { CouncilAction } from "../access.ts";
import type { Body } from "../model/body.schema.ts";
import {
  ALLOWED,
  MEETING_STEPS,
  type OptionResult,
  RIGHT_TO,
  stateOfMeeting,
} from "../model/meeting.rules.ts";
import type {
  AgendaItem,
  DateAnswer,
  Decision,
  Invitee,
  Meeting,
  Paper,
  Task,
} from "../model/meeting.schema.ts";
import type { Revision } from "./minutes.store.server.ts";

type Whole = Readonly<{
  meeting: Meeting;
  body: Body;
  invitees: readonly (Invitee & Readonly<{ undelivered: Undelivered | undefined }>)[];
  poll: readonly OptionResult[];
  answers: readonly DateAnswer[];
  /** The members who were sent a link. */
  asked: readonly string[];
  agenda: readonly AgendaItem[];
  papers: readonly Paper[];
  minutes: readonly Revision[];
  decisions: readonly Decision[];
  tasks: readonly Task[];
  /** What the body's other meetings left to be done. */
  left: readonly Task[];
}>;

/** A meeting for who may edit it or who reads: the addresses of members leave for neither. */
export function meetingView(whole: Whole, today: PlainDate, may: (right: CouncilAction) => boolean) {
  const { meeting, body, minutes } = whole;
  const state = stateOfMeeting(
    meeting,
    today,
    minutes.some((version) => version.approvedAt !== null),
  );
  const latest = minutes[0];
  return {
    meeting: {
      id: meeting.id,
      title: meeting.title,
      place: meeting.place,
      pollDeadline: meeting.pollDeadline,
      heldOn: meeting.heldOn,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      invited: meeting.invitedAt !== null,
      calendarSequence: meeting.calendarSequence,
    },
    body: { id: body.id, name: body.name },
    state,
    /** What this reader can do with it now. */
    can: openSteps(ALLOWED, state, MEETING_STEPS, (step) => may(RIGHT_TO[step])),
    invitees: whole.invitees.map((one) => ({
      memberId: one.memberId,
      organisation: one.organisation,
      reachable: one.email !== "",
      answered: one.answeredAt !== null,
      comment: one.comment,
      attendance: one.attendance,
      /** For the secretariat, which writes again or calls. */
      undelivered: may("meeting.invite") ? one.undelivered : undefined,
    })),
    poll: whole.poll.map(({ id, day, startsAt, endsAt, counts, best }) => ({
      id,
      day,
      startsAt,
      endsAt,
      counts,
      best,
    })),
    answers: whole.answers.map(({ optionId, memberId, answer }) => ({ optionId, memberId, answer })),
    asked: whole.asked,
    agenda: whole.agenda.map(({ id, title, presenter }) => ({ id, title, presenter })),
    papers: whole.papers.map(({ id, title, kind, memberId, fileId, excerpt, text }) => ({
      id,
      title,
      kind,
      memberId,
      isFile: fileId !== null,
      excerpt: excerpt && { sentence: excerpt.sentence, source: excerpt.source },
      text,
    })),
    minutes: latest ? { version: latest.version, approved: latest.approvedAt !== null } : null,
    decisions: whole.decisions.map(({ id, text, madeKind, madeId }) => ({ id, text, madeKind, madeId })),
    tasks: whole.tasks.map(({ id, decisionId, text, owner, dueOn, doneAt }) => ({
      id,
      decisionId,
      text,
      owner,
      dueOn,
      done: doneAt !== null,
      overdue: doneAt === null && dueOn !== null && dueOn < today,
    })),
    left: whole.left.map(({ id, meetingId, meeting: title, text, owner, dueOn }) => ({
      id,
      meetingId,
      meeting: title,
      text,
      owner,
      dueOn,
    })),
  };
}
