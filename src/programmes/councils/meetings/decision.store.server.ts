import { addRow, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { CouncilPermit } from "../access.ts";
import type { Decision, Task } from "../model/meeting.schema.ts";

export async function insertDecision(permit: CouncilPermit, decision: Decision): Promise<void> {
  const position = (await selectDecisions(permit, [decision.meetingId])).length;
  await addRow(permit, "councilDecision", { ...decision, position, createdAt: permit.clock.now() });
}

export async function selectDecisions(
  permit: CouncilPermit,
  meetings: readonly string[],
): Promise<Decision[]> {
  if (meetings.length === 0) return [];
  return standingRows(permit, "councilDecision")
    .select(["id", "meetingId", "text", "madeKind", "madeId"])
    .where("meetingId", "in", meetings)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

type NewTask = Pick<Task, "id" | "meetingId" | "decisionId" | "text" | "owner" | "ownerMemberId" | "dueOn">;

export const insertTask = (permit: CouncilPermit, task: NewTask) =>
  addRow(permit, "councilTask", { ...task, createdAt: permit.clock.now() });

/** Of meetings that are there, by their day. */
export async function selectTasks(
  permit: CouncilPermit,
  of: Readonly<{ area?: AreaId; meeting?: string; body?: string; openOnly?: boolean }>,
): Promise<Task[]> {
  let query = tables(permit)
    .selectFrom("councilTask as task")
    .leftJoin("councilMeeting as meeting", (join) =>
      join.onRef("meeting.areaId", "=", "task.areaId").onRef("meeting.id", "=", "task.meetingId"),
    )
    .leftJoin("councilMember as owner", (join) =>
      join.onRef("owner.areaId", "=", "task.areaId").onRef("owner.id", "=", "task.ownerMemberId"),
    )
    .select(["task.id", "task.meetingId", "meeting.title as meeting", "task.decisionId", "task.text"])
    .select(["task.owner", "task.ownerMemberId", "owner.organisationId as ownerOrganisationId"])
    .select(["task.dueOn", "task.doneAt"])
    .where("task.areaId", "=", of.area ?? permit.subject.area)
    .where("task.deletedAt", "is", null)
    .where("meeting.deletedAt", "is", null);
  if (of.meeting) query = query.where("task.meetingId", "=", of.meeting);
  if (of.body) query = query.where("meeting.bodyId", "=", of.body);
  if (of.openOnly) query = query.where("task.doneAt", "is", null);
  return query.orderBy("task.dueOn").orderBy("task.id").execute();
}

/** Whether there was such a task of that meeting. */
export async function updateTask(
  permit: CouncilPermit,
  meetingId: string,
  id: string,
  task: Partial<Pick<Task, "text" | "owner" | "ownerMemberId" | "dueOn" | "doneAt">>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("councilTask")
    .set(task)
    .where("areaId", "=", permit.subject.area)
    .where("meetingId", "=", meetingId)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
