import { type CalendarEntry, calendarInvitation } from "#platform/files/calendar-file.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { pick } from "#platform/kernel/pick.ts";
import {
  daysBetween,
  type PlainDate,
  partsOf,
  plainDateIn,
  showDateJa,
} from "#platform/kernel/plain-date.ts";
import type { FormValues } from "#platform/kernel/result.ts";
import type { MailAttachment } from "#platform/mail/outbox.ts";
import { proxyField } from "../model/attendance.rules.ts";
import { type Stage, stateOfMeeting } from "../model/meeting.rules.ts";
import type { DateOption, Meeting, MeetingRow, Task } from "../model/meeting.schema.ts";

/** 2026年12月3日（木） 10:00〜11:00 */
export const showSlot = (slot: { day: PlainDate; startsAt: string; endsAt: string }): string =>
  `${showDateJa(slot.day)} ${slot.startsAt}〜${slot.endsAt}`;

/** 12月3日 10:00 */
export const shortSlot = ({ day, startsAt }: { day: PlainDate; startsAt: string }): string =>
  `${shortDay(day)} ${startsAt}`;

export const showWhen = (meeting: Pick<Meeting, "heldOn" | "startsAt" | "endsAt">): string =>
  meeting.heldOn === null
    ? "日程を調整しています"
    : showSlot({ day: meeting.heldOn, startsAt: meeting.startsAt ?? "", endsAt: meeting.endsAt ?? "" });

/** 12月3日 */
const shortDay = (day: PlainDate): string => {
  const { month, day: date } = partsOf(day);
  return `${month}月${date}日`;
};
const shortDayAt = (at: Date): string => shortDay(plainDateIn(at, "Asia/Tokyo"));

/** How long it is until a meeting whose date is fixed. */
export function showUntil({ heldOn }: Pick<Meeting, "heldOn">, today: PlainDate): string {
  if (heldOn === null || heldOn < today) return "";
  return heldOn === today ? "本日開催" : `開催まで${daysBetween(today, heldOn)}日`;
}

type OnItsWay = Readonly<{
  meeting: Pick<Meeting, "pollDeadline" | "heldOn" | "invitedAt">;
  minutes: Readonly<{ approvedAt: Date | null }> | null;
  round: Readonly<{ sentAt: Date }> | null;
}>;

/** The day of each part of a meeting's way. */
export const wayNotes = ({ meeting, minutes, round }: OnItsWay): Readonly<Record<Stage, string>> => ({
  schedule: meeting.heldOn
    ? "決定"
    : meeting.pollDeadline
      ? `回答期限 ${shortDay(meeting.pollDeadline)}`
      : "",
  invitation: meeting.invitedAt ? `${shortDayAt(meeting.invitedAt)} 送信` : "",
  day: meeting.heldOn ? shortDay(meeting.heldOn) : "",
  minutes: minutes?.approvedAt
    ? "作成済み"
    : round
      ? `${shortDayAt(round.sentAt)} 回覧`
      : minutes
        ? "下書き"
        : "",
  approval: minutes?.approvedAt ? `${shortDayAt(minutes.approvedAt)} 承認` : "",
});

/** A meeting in a list. */
export const listedMeeting = (meeting: MeetingRow, today: PlainDate) => ({
  ...pick(meeting, "id", "title", "heldOn", "startsAt", "endsAt", "decisions", "openTasks"),
  state: stateOfMeeting(meeting, today, meeting.approved),
});

/** Where a task stands on the page of the meeting that made it. */
export const taskPath = (council: string, { id, meetingId }: Pick<Task, "id" | "meetingId">): string =>
  meetingId ? `${council}/meetings/${meetingId}#task-${id}` : council;

/** 表彰の候補を集める　浜田保健所　期限 2026年12月12日（土） */
export const showTask = ({ text, owner, dueOn }: Pick<Task, "text" | "owner" | "dueOn">): string =>
  [text, owner, dueOn && `期限 ${showDateJa(dueOn)}`].filter(Boolean).join("　");

type Dated = Pick<
  Meeting,
  "id" | "title" | "place" | "heldOn" | "startsAt" | "endsAt" | "calendarSequence" | "cancelledAt"
>;

/** What a calendar says besides: whose meeting it is and whom to call, and the page for who signs in. */
type Told = Pick<CalendarEntry, "description" | "url">;

/** A meeting whose date is fixed, as calendars show it: under the same uid wherever it is shown. */
export const entryOf = (meeting: Dated, host: string, changedAt: Date, more: Told = {}): CalendarEntry => ({
  uid: `${meeting.id}@${host}`,
  sequence: meeting.calendarSequence,
  changedAt,
  day: meeting.heldOn!,
  from: meeting.startsAt!,
  to: meeting.endsAt!,
  summary: meeting.title,
  location: meeting.place,
  cancelled: meeting.cancelledAt !== null,
  description: more.description ?? "",
  url: more.url ?? "",
});

/** What goes with an invitation, or with the word that the meeting is off. */
export const meetingFile = (
  meeting: Dated,
  host: string,
  organiser: Readonly<{ name: string; email: string }>,
  invited: string,
  at: Date,
  more: Told,
): MailAttachment => ({
  name: "meeting.ics",
  mediaType: `text/calendar; charset=utf-8; method=${meeting.cancelledAt ? "CANCEL" : "REQUEST"}`,
  text: calendarInvitation(entryOf(meeting, host, at, more), organiser, invited),
});

/** Day, time and place as the form that moves a meeting shows them. */
export const moveValues = ({
  heldOn,
  startsAt,
  endsAt,
  place,
}: Pick<Meeting, "heldOn" | "startsAt" | "endsAt" | "place">): FormValues => ({
  day: heldOn ?? "",
  startsAt: startsAt ?? "",
  endsAt: endsAt ?? "",
  place,
});

/** The place as its form shows it while the date is asked for. */
export const placeValues = ({ place }: Pick<Meeting, "place">) => ({ place });

/** The date that is fixed, by the id of the one asked about, as the buttons that fix it name it. */
export function fixedValues(
  { heldOn, startsAt, endsAt }: Pick<Meeting, "heldOn" | "startsAt" | "endsAt">,
  options: readonly DateOption[],
) {
  if (heldOn === null) return { id: "" };
  const asked = options.find(
    (one) => one.day === heldOn && one.startsAt === startsAt && one.endsAt === endsAt,
  );
  return { id: asked?.id ?? `${heldOn}/${startsAt}/${endsAt}` };
}

/** Who came, by member, as the form shows it. */
export const attendanceValues = (
  invitees: readonly Readonly<{ memberId: string; attendance: string | null; proxyName: string }>[],
): FormValues =>
  Object.fromEntries(
    invitees.flatMap(({ memberId, attendance, proxyName }) => [
      [memberId, attendance ?? ""],
      ...(proxyName ? [[proxyField(memberId), proxyName]] : []),
    ]),
  );

/** Who says to come, by member, as the form of the secretariat shows it. */
export const replyValues = (
  invitees: readonly Readonly<{ memberId: string; reply: string | null; proxyName: string }>[],
): FormValues =>
  attendanceValues(
    invitees.map(({ memberId, reply, proxyName }) => ({ memberId, attendance: reply, proxyName })),
  );

/** A task as its form shows it. */
export const taskValues = (task: Pick<Task, "text" | "owner" | "dueOn">) =>
  formTexts(task, "text", "owner", "dueOn");
