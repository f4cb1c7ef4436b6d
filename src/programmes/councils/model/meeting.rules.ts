import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilAction } from "../access.ts";
import type { Answer, Attendance, DateAnswer, DateOption, Meeting } from "./meeting.schema.ts";

/** Where a meeting stands. Derived from what happened, never kept. */
export type MeetingState = "polling" | "fixed" | "invited" | "held" | "minuted" | "cancelled";

export function stateOfMeeting(
  meeting: Pick<Meeting, "heldOn" | "invitedAt" | "cancelledAt">,
  today: PlainDate,
  approved: boolean,
): MeetingState {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.heldOn === null) return "polling";
  if (approved) return "minuted";
  if (meeting.heldOn <= today) return "held";
  return meeting.invitedAt ? "invited" : "fixed";
}

/** What can be done with a meeting, and the right that each step asks for. */
export const RIGHT_TO = {
  poll: "poll.start",
  place: "meeting.set-place",
  fix: "meeting.fix-date",
  move: "meeting.move",
  invite: "meeting.invite",
  cancel: "meeting.cancel",
  prepare: "paper.add-file",
  enter: "poll.enter",
  reply: "reply.enter",
  attend: "attendance.save",
  minute: "minutes.save",
} as const satisfies Record<string, CouncilAction>;
export type MeetingStep = keyof typeof RIGHT_TO;
export const MEETING_STEPS = Object.keys(RIGHT_TO) as MeetingStep[];

/** What can be done with a meeting in each state: buttons, guards and tests read this table. */
export const ALLOWED = {
  polling: ["poll", "enter", "place", "fix", "cancel", "prepare"],
  fixed: ["move", "invite", "cancel", "prepare"],
  invited: ["move", "invite", "reply", "cancel", "prepare"],
  held: ["move", "prepare", "attend", "minute"],
  minuted: ["prepare", "attend", "minute"],
  cancelled: [],
} as const satisfies Record<MeetingState, readonly MeetingStep[]>;

/** The way of a meeting, as its page shows it: one part is the present one, those before it are done. */
export const STAGES = ["schedule", "invitation", "day", "minutes", "approval"] as const;
export type Stage = (typeof STAGES)[number];

/** The present part of the way; none where all is done, or the meeting was called off. */
export function stageOf(
  state: MeetingState,
  { attended, written }: Readonly<{ attended: boolean; written: boolean }>,
): Stage | undefined {
  switch (state) {
    case "polling":
      return "schedule";
    case "fixed":
      return "invitation";
    case "invited":
      return "day";
    case "held":
      return written ? "approval" : attended ? "minutes" : "day";
    default:
      return undefined;
  }
}

/** How many come, themselves or by somebody else, how many do not, and of how many it is not known. */
export function countComing(words: readonly (Attendance | null)[]) {
  const of = (one: Attendance | null) => words.filter((word) => word === one).length;
  return { coming: of("present") + of("proxy"), proxies: of("proxy"), absent: of("absent"), open: of(null) };
}

export type OptionCount = Readonly<Record<Answer | "none", number>>;
export type OptionResult = DateOption & Readonly<{ counts: OptionCount; best: boolean }>;

/**
 * The answers to each date: yes, if need be, no, and no answer are four different things. Best is the date that most
 * can make at all (yes or if need be), among equals the one with more yes; none while nobody has answered.
 */
export function pollResult(
  options: readonly DateOption[],
  answers: readonly DateAnswer[],
  invited: readonly string[],
): OptionResult[] {
  const asked = new Set(invited);
  const counted = options.map((option) => {
    const own = answers.filter((one) => one.optionId === option.id && asked.has(one.memberId));
    const of = (answer: Answer) => own.filter((one) => one.answer === answer).length;
    const counts = {
      yes: of("yes"),
      if_need_be: of("if_need_be"),
      no: of("no"),
      none: asked.size - own.length,
    };
    return { ...option, counts };
  });
  const score = ({ counts }: { counts: OptionCount }) => (counts.yes + counts.if_need_be) * 1000 + counts.yes;
  const most = Math.max(0, ...counted.map(score));
  return counted.map((option) => ({ ...option, best: most > 0 && score(option) === most }));
}

/** Whether answers are still taken: through the day of the deadline, and until a date is fixed. */
export const pollOpen = (
  meeting: Pick<Meeting, "heldOn" | "pollDeadline" | "cancelledAt">,
  today: PlainDate,
): boolean =>
  meeting.heldOn === null &&
  meeting.cancelledAt === null &&
  (meeting.pollDeadline === null || today <= meeting.pollDeadline);

/** What mail to a member about a meeting is about: whether the last one arrived is asked by it. */
export const aboutMember = (meeting: string, member: string): string => `${meeting}:${member}`;

/** Whether members still say whether they come: from the invitation on until the day is over. */
export const replyOpen = (
  meeting: Pick<Meeting, "heldOn" | "invitedAt" | "cancelledAt">,
  today: PlainDate,
): boolean =>
  meeting.heldOn !== null &&
  meeting.invitedAt !== null &&
  meeting.cancelledAt === null &&
  meeting.heldOn >= today;

type Seat = Readonly<{ organisationId: string | null; userId: string | null; email: string }>;

/**
 * The seat of somebody who is signed in: the one that the secretariat tied to the user, else the one of an organisation
 * that they work for.
 */
export const seatOf = <S extends Seat>(
  seats: readonly S[],
  { userId, organisations }: Readonly<{ userId: string; organisations: readonly string[] }>,
): S | undefined =>
  seats.find((seat) => seat.userId === userId) ??
  seats.find((seat) => seat.organisationId !== null && organisations.includes(seat.organisationId));
