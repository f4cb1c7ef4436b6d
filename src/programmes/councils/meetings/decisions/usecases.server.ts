import type { Actor } from "#foundation/actors/public.ts";
import { alsoDo, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, idOfSent, newId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { createDecidedInitiative, createDecidedIssue, type Origin } from "#programmes/plan/public.ts";
import { selectMembers } from "../../store.server.ts";
import { inCouncil } from "../../usecases.server.ts";
import { withMeeting } from "../usecases.server.ts";
import { DecisionInput, TaskInput } from "./schema.ts";
import { insertDecision, insertTask, updateMade, updateTask, updateTaskDone } from "./store.server.ts";

/**
 * Writes down a decision, and in the same stroke what it makes: an issue or initiative of the plan, or a task.
 * `onceKey` makes a second send of the same form the same decision.
 */
export function decide(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  input: unknown,
  onceKey?: string,
) {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "minute",
    async (unit, meeting, _body, _by, at): Promise<Result<{ id: string; madeId: string | null }>> => {
      const decision = checked(DecisionInput, input);
      if (!decision.ok) return decision;
      const { text, makes, fineKind, owner, dueOn } = decision.value;
      const title = decision.value.title || text.slice(0, 200);
      const id = idOfSent(onceKey);
      // Written first: who sends the form twice waits here for the first, and makes nothing.
      if (!(await insertDecision(unit, area, at, { id, meetingId, text }))) return ok({ id, madeId: null });
      const path = `meetings/${meetingId}#decision-${id}`;
      const origin: Origin = { kind: "decision", id, label: meeting.title, path };
      let madeId: string | null = null;
      if (makes === "issue" || makes === "initiative") {
        const made =
          makes === "issue"
            ? await alsoDo(unit, createDecidedIssue, { area }, { title, origin }, app)
            : await alsoDo(unit, createDecidedInitiative, { area }, { title, fineKind, origin }, app);
        if (!made.ok) return made;
        madeId = made.value.id;
      }
      if (makes === "task") madeId = newId() as string;
      if (makes === "task")
        await insertTask(unit, area, at, {
          id: madeId!,
          meetingId,
          decisionId: id,
          text: title,
          ...(await ownerOf(unit, area, meeting.bodyId, owner)),
          dueOn,
        });
      if (makes !== "") await updateMade(unit, area, { id, madeKind: makes, madeId });
      return ok({ id, madeId });
    },
  );
}

/** Changes what is to be done, by whom and until when. A new day is reminded of anew. */
export function saveTask(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  id: string,
  input: unknown,
) {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "minute",
    async (unit, meeting): Promise<Result<undefined>> => {
      const task = checked(TaskInput, input);
      if (!task.ok) return task;
      const { text, owner, dueOn } = task.value;
      const saved = { text, ...(await ownerOf(unit, area, meeting.bodyId, owner)), dueOn };
      return (await updateTask(unit, area, meetingId, id, saved)) ? ok(undefined) : notFound("task");
    },
  );
}

/** The owner as written, and the member of the body by that name. */
async function ownerOf(unit: Unit, area: AreaId, bodyId: string, owner: string) {
  const members = owner === "" ? [] : await selectMembers(unit, area, bodyId);
  return { owner, ownerMemberId: members.find((member) => member.organisation === owner)?.id ?? null };
}

export function finishTask(app: App, actor: Actor, area: AreaId, id: string, done: boolean) {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    "task",
    async (unit, _by, at): Promise<Result<undefined>> =>
      (await updateTaskDone(unit, area, id, done ? at : null)) ? ok(undefined) : notFound("task"),
  );
}
