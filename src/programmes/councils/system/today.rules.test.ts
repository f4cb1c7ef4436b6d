import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import type { Task } from "../model/meeting.schema.ts";
import { memberItem, secretariatItem, taskItem } from "./today.rules.ts";

const TODAY = plainDate("2026-11-22");
const AT = new Date("2026-11-01T00:00:00Z");
type Listed = Parameters<typeof secretariatItem>[0];
const meeting = (change: Partial<Listed>) => ({
  id: "m",
  bodyId: "b",
  title: "第1回",
  place: "会議室",
  pollDeadline: null,
  heldOn: null,
  startsAt: "10:00",
  endsAt: "11:00",
  invitedAt: null,
  remindedAt: null,
  cancelledAt: null,
  calendarSequence: 0,
  replyBy: null,
  approved: false,
  ...change,
});
const task = (dueOn: string | null): Task => ({
  id: "t",
  meetingId: "m",
  meeting: "第1回",
  decisionId: null,
  text: "候補を集める",
  owner: "",
  ownerMemberId: null,
  ownerOrganisationId: null,
  dueOn: dueOn === null ? null : plainDate(dueOn),
  doneAt: null,
});

describe("a task", () => {
  it.each([
    ["2026-11-21", ["overdue"]],
    ["2026-11-22", ["today"]],
    ["2026-11-23", ["know"]],
    [null, []],
  ])("due %s is %s", (dueOn, wanted) => {
    expect(taskItem(task(dueOn), "/c", TODAY).map((item) => item.urgency)).toEqual(wanted);
  });
});

describe("a meeting", () => {
  it.each([
    ["polling, open", { pollDeadline: TODAY }, [], []],
    [
      "polling, sent to nobody",
      { poll: { asked: 0, answered: 0, withoutMail: 15, invited: 18 } },
      ["日程調整を送る"],
      [],
    ],
    [
      "polling, half answered",
      { poll: { asked: 3, answered: 2, withoutMail: 15, invited: 18 } },
      ["回答を確認"],
      [],
    ],
    [
      "polling, all answered",
      { poll: { asked: 3, answered: 18, withoutMail: 0, invited: 18 } },
      ["決める"],
      [],
    ],
    ["polling, closed", { pollDeadline: plainDate("2026-11-21") }, ["決める"], []],
    ["fixed", { heldOn: plainDate("2026-12-03") }, ["案内を送信する"], ["know"]],
    ["invited", { heldOn: plainDate("2026-12-03"), invitedAt: AT }, ["開く"], ["know"]],
    ["held today", { heldOn: TODAY, invitedAt: AT }, ["作成・承認する"], ["today"]],
    ["held before", { heldOn: plainDate("2026-11-20") }, ["作成・承認する"], []],
    ["minuted", { heldOn: plainDate("2026-11-20"), approved: true }, [], []],
    ["cancelled", { heldOn: plainDate("2026-12-03"), cancelledAt: AT }, [], []],
  ])("%s", (_, change, secretariat, member) => {
    expect(secretariatItem(meeting(change), "/c", TODAY).map((item) => item.action.label)).toEqual(
      secretariat,
    );
    expect(memberItem(meeting(change), "/c", TODAY).map((item) => item.urgency)).toEqual(member);
  });
});

describe("what waits for a member's own seat", () => {
  const OWN = { answered: false, replied: false, draft: false, draftBy: null };
  const asked = (change: Partial<Listed>, own: object = {}) =>
    memberItem({ ...meeting(change), own: { ...OWN, ...own } }, "/c", TODAY).map(
      ({ urgency, title, due, action }) => [urgency, title, due, action.label],
    );
  const due = plainDate("2026-11-25");
  const later = { heldOn: plainDate("2026-12-03"), invitedAt: AT };

  it("is an open poll, until it is answered or over", () => {
    expect(asked({ pollDeadline: due })).toEqual([["today", "第1回の日程調整", due, "回答する"]]);
    expect(asked({ pollDeadline: due }, { answered: true })).toEqual([]);
    expect(asked({ pollDeadline: plainDate("2026-11-21") })).toEqual([]);
    expect(asked({ pollDeadline: due, cancelledAt: AT })).toEqual([]);
  });

  it("is whether one comes, beside the meeting itself", () => {
    expect(asked({ ...later, replyBy: due })).toEqual([
      ["today", "第1回の出欠", due, "回答する"],
      ["know", "第1回", undefined, "資料を読む"],
    ]);
    expect(asked({ ...later, replyBy: due }, { replied: true })).toHaveLength(1);
    expect(asked({ heldOn: later.heldOn })).toHaveLength(1);
  });

  it("is a draft of the minutes, and late after its day", () => {
    const held = { heldOn: plainDate("2026-11-10"), invitedAt: AT };
    expect(asked(held, { draft: true, draftBy: plainDate("2026-11-20") })).toEqual([
      ["overdue", "第1回の議事録案", plainDate("2026-11-20"), "回答する"],
    ]);
    expect(asked(held)).toEqual([]);
  });
});
