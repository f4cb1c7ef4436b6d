import { z } from "zod";
import type { Excerpt } from "#evidence/indicators/public.ts";
import { day, rows, text, withRows } from "#platform/kernel/form-fields.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { Time } from "./body.schema.ts";

export const ANSWERS = ["yes", "if_need_be", "no"] as const;
export type Answer = (typeof ANSWERS)[number];
const ATTENDANCES = ["present", "proxy", "absent"] as const;

const slot = z
  .object({ day: day("日"), startsAt: Time, endsAt: Time })
  .refine((value) => value.endsAt > value.startsAt, {
    path: ["endsAt"],
    error: "終わりの時刻は、始まりよりあとにしてください。",
  });
export type Slot = z.infer<typeof slot>;

const place = text("場所", { optional: true });

/** Where a meeting is, on the spot or online: all that can change while its date is asked for. */
export const PlaceInput = z.object({ place });

/** Another day, time or place of a meeting whose date is fixed. */
export const MoveInput = slot.and(PlaceInput);

/** The calendar sequence that the form showed: sent again, it finds another. */
export const InviteInput = z.object({ sequence: z.coerce.number().optional() });

export const MeetingInput = withRows(
  z.object({
    bodyId: z.uuid(),
    title: text("会議の名前"),
    place,
    /** Several dates to ask about, or the one that is fixed already. */
    slots: rows("候補の日", slot, { least: 1, by: "day" }),
    pollDeadline: day("返事の期限", { optional: true }),
  }),
);
export type MeetingInput = z.infer<typeof MeetingInput>;

export type Meeting = Readonly<{
  id: string;
  bodyId: string;
  title: string;
  place: string;
  pollDeadline: PlainDate | null;
  heldOn: PlainDate | null;
  startsAt: string | null;
  endsAt: string | null;
  invitedAt: Date | null;
  remindedAt: Date | null;
  cancelledAt: Date | null;
  calendarSequence: number;
}>;
/** A meeting in a list, with what came of it. */
export type MeetingRow = Meeting & Readonly<{ approved: boolean; decisions: number; openTasks: number }>;
export type DateOption = Slot & Readonly<{ id: string }>;
export type DateAnswer = Readonly<{ optionId: string; memberId: string; answer: Answer }>;
export type Invitee = Readonly<{
  memberId: string;
  organisation: string;
  email: string;
  answeredAt: Date | null;
  comment: string;
  attendance: (typeof ATTENDANCES)[number] | null;
}>;
export type AgendaItem = Readonly<{ id: string; title: string; presenter: string }>;
export type { Excerpt };
export type Paper = Readonly<{
  id: string;
  title: string;
  kind: "file" | "excerpt" | "report";
  memberId: string | null;
  fileId: string | null;
  excerpt: Excerpt | null;
  text: string;
  addedAt: Date;
}>;
export type Decision = Readonly<{
  id: string;
  meetingId: string;
  text: string;
  madeKind: "issue" | "initiative" | "task" | null;
  madeId: string | null;
}>;
export type Task = Readonly<{
  id: string;
  meetingId: string | null;
  /** The title of that meeting. */
  meeting: string | null;
  decisionId: string | null;
  text: string;
  owner: string;
  /** The member who does it, where the owner is one. */
  ownerMemberId: string | null;
  ownerOrganisationId: string | null;
  dueOn: PlainDate | null;
  doneAt: Date | null;
}>;
export type Comment = Readonly<{ id: string; text: string; writtenBy: string; writtenAt: Date }>;

/** Who came, by member; an empty word takes it back. What else a form says names no member. */
export const AttendanceInput = z.record(z.string(), z.unknown()).transform((form, context) => {
  const attendances = Object.entries(form).flatMap(([memberId, word]) => {
    if (!isUuid(memberId)) return [];
    const attendance = word === "" ? null : ATTENDANCES.find((one) => one === word);
    if (attendance !== undefined) return [{ memberId, attendance }];
    context.addIssue({
      code: "custom",
      path: [memberId],
      message: "出席・代理出席・欠席から選んでください。",
    });
    return [];
  });
  return { attendances };
});

/** The answers of a member to each date, by its id, and a word to the secretariat. */
export const PollAnswerInput = z
  .looseObject({
    comment: z.string().trim().max(500, { error: "ひとことは500字までで書いてください。" }).default(""),
  })
  .transform(({ comment, ...answers }) => ({
    comment,
    answers: answers as Readonly<Record<string, unknown>>,
  }));
