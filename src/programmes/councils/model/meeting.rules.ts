import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilAction } from "../access.ts";
import type { Answer, DateAnswer, DateOption, Meeting } from "./meeting.schema.ts";

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
  attend: "attendance.save",
  minute: "minutes.save",
} as const satisfies Record<string, CouncilAction>;
export type MeetingStep = keyof typeof RIGHT_TO;
export const MEETING_STEPS = Object.keys(RIGHT_TO) as MeetingStep[];

/** What can be done with a meeting in each state: buttons, guards and tests read this table. */
export const ALLOWED = {
  polling: ["poll", "place", "fix", "cancel", "prepare"],
  fixed: ["fix", "move", "invite", "cancel", "prepare"],
  invited: ["fix", "move", "invite", "cancel", "prepare"],
  held: ["move", "prepare", "attend", "minute"],
  minuted: ["prepare", "attend", "minute"],
  cancelled: [],
} as const satisfies Record<MeetingState, readonly MeetingStep[]>;

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
