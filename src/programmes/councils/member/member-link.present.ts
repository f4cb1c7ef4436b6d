import { pick } from "#platform/kernel/pick.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { showWhen } from "../meetings/meeting.present.ts";
import type { Body } from "../model/body.schema.ts";
import { pollOpen } from "../model/meeting.rules.ts";
import type { AgendaItem, DateAnswer, DateOption, Invitee, Meeting, Paper } from "../model/meeting.schema.ts";

type Linked = Readonly<{
  body: Body;
  meeting: Meeting;
  invitee: Invitee;
  options: readonly DateOption[];
  answers: readonly DateAnswer[];
  agenda: readonly AgendaItem[];
  papers: readonly Paper[];
}>;

/** A meeting as a member without an account sees it, with the own answers alone. */
export const memberView = (
  { body, meeting, invitee, options, answers, agenda, papers }: Linked,
  today: PlainDate,
) => ({
  body: body.name,
  title: meeting.title,
  when: showWhen(meeting),
  place: meeting.place,
  organisation: invitee.organisation,
  open: pollOpen(meeting, today),
  fixed: meeting.heldOn !== null,
  cancelled: meeting.cancelledAt !== null,
  deadline: meeting.pollDeadline,
  options: options.map((option) => ({
    ...pick(option, "id", "day", "startsAt", "endsAt"),
    answer:
      answers.find((one) => one.optionId === option.id && one.memberId === invitee.memberId)?.answer ?? null,
  })),
  comment: invitee.comment,
  answered: invitee.answeredAt !== null,
  agenda: agenda.map((item) => item.title),
  papers: papers.map((paper) => pick(paper, "id", "title", "text", "fileId", "excerpt", "state")),
});
