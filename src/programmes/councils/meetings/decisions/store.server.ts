import type { Tx } from "#platform/db/database.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Decision, Task } from "../schema.ts";

interface Kept {
  area_id: string;
  id: string;
  created_at: Date;
  deleted_at: Date | null;
  deleted_by: string | null;
}

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
      due_on: string | null;
      done_at: Date | null;
    };
  }
}

const fresh = (area: string, id: string, at: Date) => ({
  area_id: area,
  id,
  created_at: at,
  deleted_at: null,
  deleted_by: null,
});

export async function insertDecision(
  tx: Tx,
  area: string,
  at: Date,
  { id, meetingId, text, madeKind, madeId }: Decision,
): Promise<void> {
  const position = (await selectDecisions(tx, area, [meetingId])).length;
  await tx
    .insertInto("council_decision")
    .values({
      ...fresh(area, id, at),
      meeting_id: meetingId,
      position,
      text,
      made_kind: madeKind,
      made_id: madeId,
    })
    .execute();
}

export async function selectDecisions(
  tx: Tx,
  area: string,
  meetings: readonly string[],
): Promise<Decision[]> {
  if (meetings.length === 0) return [];
  return tx
    .selectFrom("council_decision")
    .select(["id", "meeting_id as meetingId", "text", "made_kind as madeKind", "made_id as madeId"])
    .where("area_id", "=", area)
    .where("meeting_id", "in", meetings)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function insertTask(tx: Tx, area: string, at: Date, task: Omit<Task, "doneAt">): Promise<void> {
  await tx
    .insertInto("council_task")
    .values({
      ...fresh(area, task.id, at),
      meeting_id: task.meetingId,
      decision_id: task.decisionId,
      text: task.text,
      owner: task.owner,
      due_on: task.dueOn,
      done_at: null,
    })
    .execute();
}

export async function selectTasks(
  tx: Tx,
  area: string,
  of: Readonly<{ meeting?: string; openOnly?: boolean }>,
): Promise<Task[]> {
  let query = tx
    .selectFrom("council_task")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);
  if (of.meeting) query = query.where("meeting_id", "=", of.meeting);
  if (of.openOnly) query = query.where("done_at", "is", null);
  const rows = await query.orderBy("due_on").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    decisionId: row.decision_id,
    text: row.text,
    owner: row.owner,
    dueOn: row.due_on as PlainDate | null,
    doneAt: row.done_at,
  }));
}

export async function updateTaskDone(
  tx: Tx,
  area: string,
  id: string,
  doneAt: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("council_task")
    .set({ done_at: doneAt })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
