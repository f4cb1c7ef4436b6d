import { pick } from "#platform/kernel/pick.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { showSlot, showWhen } from "../meetings/meeting.present.ts";
import type { Round } from "../meetings/minutes-round.store.server.ts";
import type { Body } from "../model/body.schema.ts";
import { pollOpen, replyOpen } from "../model/meeting.rules.ts";
import type { AgendaItem, DateAnswer, DateOption, Invitee, Meeting, Paper } from "../model/meeting.schema.ts";

type Linked = Readonly<{
  body: Body;
  meeting: Meeting;
  invitee: Invitee;
  options: readonly DateOption[];
  answers: readonly DateAnswer[];
  agenda: readonly AgendaItem[];
  papers: readonly Paper[];
  round: Round | undefined;
}>;

/** What is asked of one seat: the dates, whether one comes, and the draft of the minutes; never others' answers. */
export const askedOf = (
  {
    meeting,
    invitee,
    options,
    answers,
    round,
  }: Pick<Linked, "meeting" | "invitee" | "options" | "answers" | "round">,
  today: PlainDate,
) => ({
  organisation: invitee.organisation,
  open: pollOpen(meeting, today),
  deadline: meeting.pollDeadline,
  options: options.map((option) => ({
    ...pick(option, "id", "day", "startsAt", "endsAt"),
    answer:
      answers.find((one) => one.optionId === option.id && one.memberId === invitee.memberId)?.answer ?? null,
  })),
  comment: invitee.comment,
  answered: invitee.answeredAt !== null,
  /** Whether one comes, asked from the invitation on. */
  comes: replyOpen(meeting, today)
    ? { replyBy: meeting.replyBy, ...pick(invitee, "reply", "proxyName") }
    : null,
  minutes: round
    ? {
        ...pick(round, "version", "revision", "body", "answerBy", "approved"),
        own: round.answers.find((one) => one.memberId === invitee.memberId) ?? null,
      }
    : null,
});

type Asked = ReturnType<typeof askedOf>;

/** What is asked of a seat, as its forms show it. */
export const ownSeat = ({ options, ...asked }: Asked) => ({
  ...pick(asked, "organisation", "open", "deadline", "comment", "answered", "comes", "minutes"),
  options: options.map((option) => ({ ...pick(option, "id", "answer"), name: showSlot(option) })),
});
export type OwnSeat = ReturnType<typeof ownSeat>;

/** A meeting as a member without an account sees it, with the own answers alone. */
export const memberView = (linked: Linked, today: PlainDate) => ({
  ...askedOf(linked, today),
  body: linked.body.name,
  title: linked.meeting.title,
  when: showWhen(linked.meeting),
  place: linked.meeting.place,
  fixed: linked.meeting.heldOn !== null,
  cancelled: linked.meeting.cancelledAt !== null,
  agenda: linked.agenda.map((item) => item.title),
  papers: linked.papers.map((paper) => pick(paper, "id", "title", "text", "fileId", "excerpt", "state")),
});
