import { pick } from "#platform/kernel/pick.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { openSteps } from "#platform/kernel/states.ts";
import type { Undelivered } from "#platform/mail/deliveries.ts";
import type { CouncilAction } from "../access.ts";
import type { Body } from "../model/body.schema.ts";
import {
  ALLOWED,
  countComing,
  MEETING_STEPS,
  type OptionResult,
  RIGHT_TO,
  stageOf,
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
import type { Round } from "./minutes-round.store.server.ts";

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
  round: Round | undefined;
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
      ...pick(meeting, "id", "title", "place", "pollDeadline", "heldOn", "startsAt", "endsAt"),
      ...pick(meeting, "calendarSequence", "replyBy", "invitedAt"),
      invited: meeting.invitedAt !== null,
    },
    body: pick(body, "id", "name", "quorum"),
    state,
    stage: stageOf(state, {
      attended: whole.invitees.every((one) => one.attendance !== null),
      written: latest !== undefined,
    }),
    /** Who says to come, and who came. */
    replies: countComing(whole.invitees.map((one) => one.reply)),
    came: countComing(whole.invitees.map((one) => one.attendance)),
    /** Whether a seat may be the reader's own. */
    maySit: may("poll.answer"),
    /** What this reader can do with it now. */
    can: openSteps(ALLOWED, state, MEETING_STEPS, (step) => may(RIGHT_TO[step])),
    invitees: whole.invitees.map((one) => ({
      ...pick(one, "memberId", "organisation", "comment", "attendance", "proxyName"),
      ...pick(one, "reply", "repliedBy", "answeredBy"),
      reachable: one.email !== "",
      answered: one.answeredAt !== null,
      /** For the secretariat, which writes again or calls. */
      undelivered: may("meeting.invite") ? one.undelivered : undefined,
    })),
    poll: whole.poll.map((one) => pick(one, "id", "day", "startsAt", "endsAt", "counts", "best")),
    answers: whole.answers.map((one) => pick(one, "optionId", "memberId", "answer")),
    asked: whole.asked,
    agenda: whole.agenda.map((one) => pick(one, "id", "title", "presenter", "minutes")),
    papers: whole.papers.map((one) => ({
      ...pick(one, "id", "title", "kind", "memberId", "text", "state"),
      isFile: one.fileId !== null,
      excerpt: one.excerpt && pick(one.excerpt, "sentence", "source"),
    })),
    minutes: latest
      ? { version: latest.version, approved: latest.approvedAt !== null, approvedAt: latest.approvedAt }
      : null,
    round: whole.round
      ? {
          ...pick(whole.round, "answerBy", "sentAt"),
          agreed: whole.round.answers.filter((one) => one.answer === "agreed").length,
          comments: whole.round.answers.filter((one) => one.answer === "comment").length,
        }
      : null,
    decisions: whole.decisions.map((one) => pick(one, "id", "text", "madeKind", "madeId")),
    tasks: whole.tasks.map((one) => ({
      ...pick(one, "id", "decisionId", "text", "owner", "dueOn"),
      done: one.doneAt !== null,
      overdue: one.doneAt === null && one.dueOn !== null && one.dueOn < today,
    })),
    left: whole.left.map((one) => pick(one, "id", "meetingId", "meeting", "text", "owner", "dueOn")),
  };
}
