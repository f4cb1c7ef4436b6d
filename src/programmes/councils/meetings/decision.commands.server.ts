import { alsoDo, command } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { createDecidedInitiative, createDecidedIssue, type Origin } from "#programmes/plan/public.ts";
import type { CouncilPermit } from "../access.ts";
import { selectMembers } from "../bodies/body.store.server.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { DecisionInput, TaskInput } from "../model/decision.schema.ts";
import type { Meeting, Task } from "../model/meeting.schema.ts";
import { insertDecision, insertTask, selectTasks, updateTask } from "./decision.store.server.ts";
import { taskValues } from "./meeting.present.ts";
import { findMeeting } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";

/** Writes down a decision, and in the same stroke what it makes: an issue or initiative of the plan, or a task. */
export const decide = command({
  name: "decision.write",
  ...ofMeeting,
  input: DecisionInput,
  once: true,
  async run(
    permit,
    { area, meeting: meetingId, text, makes, title = text.slice(0, 200), fineKind, owner, dueOn },
    app,
  ): Promise<Result<{ id: string; madeId: string | null }>> {
    const locked = await lockMeeting(permit, meetingId, "minute");
    if (!locked.ok) return locked;
    const { meeting } = locked.value;
    const id = newId() as string;
    const path = `meetings/${meetingId}#decision-${id}`;
    const origin: Origin = { kind: "decision", id, label: meeting.title, path };
    const made =
      makes === "issue"
        ? await alsoDo(permit, createDecidedIssue, { area }, { title, origin }, app)
        : makes === "initiative"
          ? await alsoDo(permit, createDecidedInitiative, { area }, { title, fineKind, origin }, app)
          : ok({ id: newId() as string });
    if (!made.ok) return made;
    const madeId = makes === "" ? null : made.value.id;
    await insertDecision(permit, { id, meetingId, text, madeKind: makes || null, madeId });
    if (makes === "task")
      await insertTask(permit, {
        id: made.value.id,
        meetingId,
        decisionId: id,
        text: title,
        ...(await ownerOf(permit, meeting.bodyId, owner)),
        dueOn,
      });
    return ok({ id, madeId });
  },
});

/** Changes what is to be done, by whom and until when. A new day is reminded of anew. */
export const saveTask = command({
  name: "task.save",
  ...ofMeetingPart("task"),
  input: TaskInput,
  async seen(permit, { meeting, id }) {
    if (!(await findMeeting(permit, meeting, true))) return undefined;
    const task = (await selectTasks(permit, { meeting })).find((one) => one.id === id);
    return task && taskValues(task);
  },
  async run(permit, { meeting, id, text, owner, dueOn }) {
    const locked = await lockMeeting(permit, meeting, "minute");
    if (!locked.ok) return locked;
    const task = { text, dueOn, ...(await ownerOf(permit, locked.value.meeting.bodyId, owner)) };
    return (await updateTask(permit, meeting, id, task)) ? ok(undefined) : notFound("task");
  },
});

/** The owner as written, and the member of the body by that name. */
async function ownerOf(permit: CouncilPermit, bodyId: string, owner: string) {
  const members = owner === "" ? [] : await selectMembers(permit, bodyId);
  return { owner, ownerMemberId: members.find((member) => member.organisation === owner)?.id ?? null };
}

export const finishTask = command({
  name: "task.finish",
  ...ofMeetingPart("task"),
  run: (permit, { meeting, id }) => markTask(permit, meeting, id, permit.clock.now()),
});

export const reopenTask = command({
  name: "task.reopen",
  ...ofMeetingPart("task"),
  run: (permit, { meeting, id }) => markTask(permit, meeting, id, null),
});

const markTask = async (permit: CouncilPermit, meeting: string, id: string, doneAt: Date | null) =>
  (await updateTask(permit, meeting, id, { doneAt })) ? ok(undefined) : notFound("task");

/** The open tasks of the other meetings of the same body. */
export async function tasksLeft(
  permit: CouncilPermit,
  { id, bodyId }: Pick<Meeting, "id" | "bodyId">,
): Promise<Task[]> {
  const open = await selectTasks(permit, { body: bodyId, openOnly: true });
  return open.filter((task) => task.meetingId !== id);
}
