import { z } from "zod";
import type { Excerpt } from "#evidence/indicators/public.ts";
import type { Row } from "#platform/db/area-rows.ts";
import type { FileState } from "#platform/files/attachments.ts";
import { day, rows, text, time, withRows } from "#platform/kernel/form-fields.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { proxyField } from "./attendance.rules.ts";

export const ANSWERS = ["yes", "if_need_be", "no"] as const;
export type Answer = (typeof ANSWERS)[number];
export const ATTENDANCES = ["present", "proxy", "absent"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

const slot = z
  .object({ day: day("日"), startsAt: time("開始時刻"), endsAt: time("終了時刻") })
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

/** The calendar sequence that the form showed: sent again, it finds another. Until when members say whether they come. */
export const InviteInput = z.object({
  sequence: z.coerce.number().optional(),
  replyBy: day("出欠の回答期限", { optional: true }),
});

export const MeetingInput = withRows(
  z.object({
    bodyId: z.uuid(),
    title: text("会議名"),
    place,
    /** Several dates to ask about, or the one that is fixed already. */
    slots: rows("候補日", slot, { least: 1, by: "day" }),
    pollDeadline: day("回答期限", { optional: true }),
  }),
);
export type MeetingInput = z.infer<typeof MeetingInput>;

export type Meeting = Row<
  "councilMeeting",
  "id" | "bodyId" | "title" | "place" | "pollDeadline" | "heldOn" | "replyBy"
> &
  Row<
    "councilMeeting",
    "startsAt" | "endsAt" | "invitedAt" | "remindedAt" | "cancelledAt" | "calendarSequence"
  >;
/** A meeting in a list, with what came of it. */
export type MeetingRow = Meeting & Readonly<{ approved: boolean; decisions: number; openTasks: number }>;
export type DateOption = Slot & Readonly<{ id: string }>;
export type DateAnswer = Row<"councilDateAnswer", "optionId" | "memberId" | "answer">;
export type Invitee = Row<
  "councilInvitee",
  "memberId" | "answeredAt" | "answeredBy" | "comment" | "attendance" | "proxyName"
> &
  Row<"councilInvitee", "reply" | "repliedAt" | "repliedBy"> &
  Row<"councilMember", "organisation" | "organisationId" | "userId" | "representative" | "email">;
export type AgendaItem = Row<"councilAgendaItem", "id" | "title" | "presenter" | "minutes">;
export type { Excerpt };
export type Paper = Row<"councilPaper", "id" | "title" | "kind" | "memberId" | "fileId" | "text"> &
  Readonly<{ excerpt: Excerpt | null; addedAt: Date; state: FileState }>;
export type Decision = Row<"councilDecision", "id" | "meetingId" | "text" | "madeKind" | "madeId">;
/** A task with the title of its meeting, and the organisation of the member who does it, where the owner is one. */
export type Task = Row<
  "councilTask",
  "id" | "meetingId" | "decisionId" | "text" | "owner" | "ownerMemberId"
> &
  Row<"councilTask", "dueOn" | "doneAt"> &
  Readonly<{ meeting: string | null; ownerOrganisationId: string | null }>;

/** Who came, or says to come, by member; an empty word takes it back. What else a form says names no member. */
export const AttendanceInput = z.record(z.string(), z.unknown()).transform((form, context) => {
  const attendances = Object.entries(form).flatMap(([memberId, word]) => {
    if (!isUuid(memberId)) return [];
    const attendance = word === "" ? null : ATTENDANCES.find((one) => one === word);
    const proxyName = attendance === "proxy" ? nameOf(form[proxyField(memberId)]) : "";
    if (attendance !== undefined) return [{ memberId, attendance, proxyName }];
    context.addIssue({
      code: "custom",
      path: [memberId],
      message: "出席・代理出席・欠席から選択してください。",
    });
    return [];
  });
  return { attendances };
});
const LONGEST_NAME = 100;
const nameOf = (typed: unknown) => (typeof typed === "string" ? typed.trim().slice(0, LONGEST_NAME) : "");

/** Everybody present, or as each has said. */
export const FillInput = z.object({ from: z.enum(["all", "replies"]) });

/** Whether a member comes, or who in their place. */
export const ReplyInput = z
  .object({
    reply: z.enum(ATTENDANCES, { error: "出席・代理出席・欠席から選択してください。" }),
    proxyName: text("代理の方の職名・氏名", { most: LONGEST_NAME, optional: true }),
    comment: text("備考", { most: 500, optional: true }),
  })
  .refine(({ reply, proxyName }) => reply !== "proxy" || proxyName !== "", {
    path: ["proxyName"],
    error: "代理の方の職名・氏名を入力してください。",
  });

/** The answers of a member to each date, by its id, and a word to the secretariat. */
export const PollAnswerInput = z
  .looseObject({
    comment: z.string().trim().max(500, { error: "備考は500文字以内で入力してください。" }).default(""),
  })
  .transform(({ comment, ...answers }) => ({
    comment,
    answers: answers as Readonly<Record<string, unknown>>,
  }));

/** What members said by telephone: `<member>.<date>` holds an answer, `<member>.comment` a word of theirs. */
export const TelephoneInput = z.record(z.string(), z.unknown()).transform((form) => {
  const said = Object.entries(form).flatMap(([name, value]) => {
    const [memberId = "", part = ""] = name.split(".");
    return isUuid(memberId) && part !== "" && value !== "" ? [{ memberId, part, value: String(value) }] : [];
  });
  return {
    members: [...Map.groupBy(said, (one) => one.memberId)].map(([memberId, parts]) => ({
      memberId,
      answers: Object.fromEntries(
        parts.filter(({ part }) => part !== "comment").map(({ part, value }) => [part, value]),
      ) as Readonly<Record<string, unknown>>,
      comment:
        parts
          .find(({ part }) => part === "comment")
          ?.value.trim()
          .slice(0, 500) ?? "",
    })),
  };
});
