import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CouncilPermit } from "../access.ts";
import type { Decision, Task } from "../model/meeting.schema.ts";

type Kept = Deletable & { created_at: Date };

declare module "#platform/db/database.ts" {
  interface Tables {
    council_decision: Kept & {
      meeting_id: string;
      position: number;
      text: string;
      made_kind: Decision["madeKind"];
      made_id: string | null;
    };
    council_task: Kept & {
      meeting_id: string | null;
      decision_id: string | null;
      text: string;
      owner: string;
      owner_member_id: string | null;
      due_on: PlainDate | null;
      done_at: Date | null;
      reminded_for: PlainDate | null;
    };
  }
}

export async function insertDecision(permit: CouncilPermit, area: string, decision: Decision): Promise<void> {
  const position = (await selectDecisions(permit, area, [decision.meetingId])).length;
  await db(permit)
    .insertInto("council_decision")
    .values({
      ...freshRow(area, decision.id, permit.clock.now()),
      meeting_id: decision.meetingId,
      position,
      text: decision.text,
      made_kind: decision.madeKind,
      made_id: decision.madeId,
    })
    .execute();
}

export async function selectDecisions(
  permit: CouncilPermit,
  area: string,
  meetings: readonly string[],
): Promise<Decision[]> {
  if (meetings.length === 0) return [];
  return db(permit)
    .selectFrom("council_decision")
    .select(["id", "meeting_id as meetingId", "text", "made_kind as madeKind", "made_id as madeId"])
    .where("area_id", "=", area)
    .where("meeting_id", "in", meetings)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

type TaskInput = Pick<Task, "text" | "owner" | "ownerMemberId" | "dueOn">;

const taskColumns = (task: TaskInput) => ({
  text: task.text,
  owner: task.owner,
  owner_member_id: task.ownerMemberId,
  due_on: task.dueOn,
});

export async function insertTask(
  permit: CouncilPermit,
  area: string,
  task: Omit<Task, "meeting" | "doneAt" | "ownerOrganisationId">,
): Promise<void> {
  await db(permit)
    .insertInto("council_task")
    .values({
      ...freshRow(area, task.id, permit.clock.now()),
      meeting_id: task.meetingId,
      decision_id: task.decisionId,
      ...taskColumns(task),
      done_at: null,
    })
    .execute();
}

/** Of meetings that are there, by their day. */
export async function selectTasks(
  permit: CouncilPermit,
  area: string,
  of: Readonly<{ meeting?: string; body?: string; openOnly?: boolean }>,
): Promise<Task[]> {
  let query = db(permit)
    .selectFrom("council_task as task")
    .leftJoin("council_meeting as meeting", (join) =>
      join.onRef("meeting.area_id", "=", "task.area_id").onRef("meeting.id", "=", "task.meeting_id"),
    )
    .leftJoin("council_member as owner", (join) =>
      join.onRef("owner.area_id", "=", "task.area_id").onRef("owner.id", "=", "task.owner_member_id"),
    )
    .select([
      "task.id",
      "task.meeting_id as meetingId",
      "meeting.title as meeting",
      "task.decision_id as decisionId",
      "task.text",
      "task.owner",
      "task.owner_member_id as ownerMemberId",
      "owner.organisation_id as ownerOrganisationId",
      "task.due_on as dueOn",
      "task.done_at as doneAt",
    ])
    .where("task.area_id", "=", area)
    .where("task.deleted_at", "is", null)
    .where("meeting.deleted_at", "is", null);
  if (of.meeting) query = query.where("task.meeting_id", "=", of.meeting);
  if (of.body) query = query.where("meeting.body_id", "=", of.body);
  if (of.openOnly) query = query.where("task.done_at", "is", null);
  return query.orderBy("task.due_on").orderBy("task.id").execute();
}

/** Whether there was such a task of that meeting. */
export async function updateTask(
  permit: CouncilPermit,
  area: string,
  meetingId: string,
  id: string,
  task: TaskInput,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("council_task")
    .set(taskColumns(task))
    .where("area_id", "=", area)
    .where("meeting_id", "=", meetingId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether there was such a task. */
export async function updateTaskDone(
  permit: CouncilPermit,
  area: string,
  id: string,
  doneAt: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("council_task")
    .set({ done_at: doneAt })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
