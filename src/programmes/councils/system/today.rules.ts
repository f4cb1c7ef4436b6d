import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { showWhen, taskPath } from "../meetings/meeting.present.ts";
import { pollOpen, replyOpen, stateOfMeeting } from "../model/meeting.rules.ts";
import type { Meeting, Task } from "../model/meeting.schema.ts";
import type { OwnState } from "./today.store.server.ts";

/** A task on the page of today; without a day nobody waits for it. */
export function taskItem(task: Task, home: string, today: PlainDate): TodayItem[] {
  if (task.dueOn === null) return [];
  return [
    {
      urgency: task.dueOn < today ? "overdue" : task.dueOn === today ? "today" : "know",
      title: task.text,
      detail: `担当 ${task.owner || "なし"}`,
      due: task.dueOn,
      action: { to: taskPath(home, task), label: "見る" },
    },
  ];
}

/** How far the question for dates has come: who was asked, who of them answered, and who can be asked by telephone alone. */
type Poll = Readonly<{ asked: number; answered: number; withoutMail: number; invited: number }>;
type Listed = Meeting & Readonly<{ approved: boolean; poll?: Poll }>;

/** A date that is being looked for: to be sent out, to be waited and telephoned for, to be decided. */
function pollItem(meeting: Listed, to: string, today: PlainDate): TodayItem[] {
  const due = meeting.pollDeadline ? { due: meeting.pollDeadline } : {};
  if (meeting.pollDeadline && meeting.pollDeadline < today) {
    const action = { to, label: "決める" };
    return [{ urgency: "today", title: `${meeting.title} の日程`, detail: "回答期限が過ぎました", action }];
  }
  const { poll } = meeting;
  if (!poll) return [];
  if (poll.asked === 0 && poll.answered === 0) {
    const action = { to, label: "日程調整を送る" };
    return [{ urgency: "today", title: `${meeting.title}の日程調整を送っていません`, ...due, action }];
  }
  if (poll.answered >= poll.invited) {
    const action = { to, label: "決める" };
    return [
      { urgency: "today", title: `${meeting.title} の日程`, detail: "全員の回答がそろいました", action },
    ];
  }
  const byPhone = poll.withoutMail > 0 ? `・電話で確認 ${poll.withoutMail}団体` : "";
  const detail = `回答 ${poll.answered}／${poll.invited}団体${byPhone}`;
  return [
    {
      urgency: "waiting",
      title: `${meeting.title} の日程調整`,
      detail,
      ...due,
      action: { to, label: "回答を確認" },
    },
  ];
}

/** What a meeting asks of the secretariat: to settle the date, to invite, to write and approve the minutes. */
export function secretariatItem(meeting: Listed, home: string, today: PlainDate): TodayItem[] {
  const state = stateOfMeeting(meeting, today, meeting.approved);
  const to = `${home}/meetings/${meeting.id}`;
  if (state === "polling") return pollItem(meeting, to, today);
  if (state === "invited" && meeting.heldOn) {
    const detail = [showWhen(meeting), meeting.place].filter(Boolean).join("・");
    return [
      { urgency: "know", title: meeting.title, detail, on: meeting.heldOn, action: { to, label: "開く" } },
    ];
  }
  if (state === "held") {
    const detail = meeting.heldOn ? showDateJa(meeting.heldOn) : "";
    const action = { to, label: "作成・承認する" };
    return [{ urgency: "today", title: `${meeting.title} の議事録`, detail, action }];
  }
  if (state === "fixed") {
    const action = { to, label: "案内を送信する" };
    return [{ urgency: "today", title: `${meeting.title} の案内`, detail: "未送信", action }];
  }
  return [];
}

type Seated = Listed & Readonly<{ own?: OwnState | undefined }>;

/** What is asked of a seat and not answered yet: the dates, whether one comes, the draft of the minutes. */
function askedItems(meeting: Seated, to: string, today: PlainDate): TodayItem[] {
  const { own, title, pollDeadline, replyBy } = meeting;
  if (!own) return [];
  const asked = (what: string, detail: string, due: PlainDate | null, place = ""): TodayItem => ({
    urgency: due && due < today ? "overdue" : "today",
    title: `${title}${what}`,
    detail,
    ...(due && { due }),
    action: { to: `${to}${place}`, label: "回答する" },
  });
  return [
    ...(pollOpen(meeting, today) && !own.answered ? [asked("の日程調整", "未回答", pollDeadline)] : []),
    ...(replyOpen(meeting, today) && !own.replied ? [asked("の出欠", "未回答", replyBy)] : []),
    ...(own.draft ? [asked("の議事録案", "未確認", own.draftBy, "#minutes")] : []),
  ];
}

/** A member is asked what the own seat has not answered, and knows of the meetings to come, with their papers. */
export function memberItem(meeting: Seated, home: string, today: PlainDate): TodayItem[] {
  if (meeting.cancelledAt) return [];
  const asked = askedItems(meeting, `${home}/meetings/${meeting.id}`, today);
  if (meeting.heldOn === null || meeting.heldOn < today) return asked;
  return [
    ...asked,
    {
      urgency: meeting.heldOn === today ? "today" : "know",
      title: meeting.title,
      detail: [showWhen(meeting), meeting.place].filter(Boolean).join("・"),
      on: meeting.heldOn,
      action: { to: `${home}/meetings/${meeting.id}`, label: "資料を読む" },
    },
  ];
}

/** Organisations that asked to sit in a council wait for the secretariat's answer. */
export const joinItems = (joins: readonly Readonly<{ organisation: string }>[], home: string): TodayItem[] =>
  joins.map(({ organisation }) => ({
    urgency: "today",
    title: `${organisation}から協議会への参加の申込み`,
    detail: "未回答",
    action: { to: `${home}#joins`, label: "回答する" },
  }));
