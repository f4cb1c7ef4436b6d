import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { day, text } from "#platform/kernel/form-fields.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { allows, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { StressPermit } from "../access.ts";
import { insertWorkers, selectWorkersOfRun } from "../answering/worker.store.server.ts";
import { findRequest, updateRequest } from "../interviews/request.store.server.ts";
import { readSteps } from "../model/questionnaire.usecases.server.ts";
import { dueAfter, readNames } from "../model/run.rules.ts";
import { JoinInput, RUN, StepInput, WorkerLines } from "../model/run.schema.ts";
import { PERSONNEL_RULE, STATE_WORDS } from "../model/stress.messages.ts";
import { byHolder } from "../target.usecases.server.ts";
import {
  findRunInReach,
  findWorkplace,
  lockWorkplace,
  updateWorkplace,
  upsertStep,
} from "./run.store.server.ts";

async function place(permit: StressPermit, held: string, find = findWorkplace) {
  const workplace = await find(permit, held);
  const run = workplace && (await findRunInReach(permit, workplace.runId));
  return run && { workplace, run };
}

/** The workplace joins, after it heard those who work there: the record that stands in for a committee's. */
export const joinRun = command({
  name: "stress-own.join",
  ...byHolder("stress-workplace"),
  input: JoinInput,
  once: true,
  async run(permit, { held, heardOn, heard, contact, personnel, joint }) {
    const found = await place(permit, held);
    if (!found) return notFound("stress-workplace");
    if (!allows(RUN, found.run.state, "add")) return wrongState(STATE_WORDS[found.run.state]);
    const isJoint = found.run.kind !== "single";
    if (isJoint && joint === null) return invalid({ joint: ["「合同の集計」を選択してください。"] });
    if (personnel === "has") return invalid({ personnel: [PERSONNEL_RULE] });
    if (heardOn > permit.clock.today()) return invalid({ heardOn: ["本日までの日付を入力してください。"] });
    const today = permit.clock.today();
    await updateWorkplace(permit, held, {
      state: "joined",
      joint: isJoint && joint === "yes",
      joinedOn: today,
    });
    await upsertStep(permit, found.workplace, { step: 3, doneOn: heardOn, remark: heard });
    await upsertStep(permit, found.workplace, { step: 5, doneOn: today, remark: contact });
    return ok(undefined);
  },
});

export const declineRun = command({
  name: "stress-own.decline",
  ...byHolder("stress-workplace"),
  once: true,
  async run(permit, { held }) {
    const found = await place(permit, held);
    if (!found) return notFound("stress-workplace");
    if (found.workplace.state !== "asked") return conflict("すでにご回答いただいています。");
    await updateWorkplace(permit, held, { state: "declined" });
    return ok(undefined);
  },
});

/** Who works there and may take it. Numbers go on within the workplace: a thousand for each. */
export const nameWorkers = command({
  name: "stress-own.name-workers",
  ...byHolder("stress-workplace"),
  input: WorkerLines,
  once: true,
  async run(permit, { held, lines }) {
    const found = await place(permit, held, lockWorkplace);
    if (!found) return notFound("stress-workplace");
    if (!allows(RUN, found.run.state, "add")) return wrongState(STATE_WORDS[found.run.state]);
    if (found.workplace.state !== "joined") return conflict("先に、参加の回答をしてください。");
    const there = (await selectWorkersOfRun(permit, found.run.id)).filter((one) => one.workplaceId === held);
    const after = there.at(-1)?.number ?? found.workplace.number * 1000;
    const names = readNames(lines);
    if (there.length + names.length > 999)
      return invalid({ lines: ["1つの事業所に登録できるのは999人までです。"] });
    await insertWorkers(permit, found.workplace, names, after);
    return ok({ added: names.length });
  },
});

/** A day of one of the employer's steps. */
export const noteStep = command({
  name: "stress-own.note-step",
  ...byHolder("stress-workplace"),
  input: StepInput,
  async run(permit, { held, number: step, doneOn, remark }) {
    const found = await place(permit, held);
    if (!found) return notFound("stress-workplace");
    if (readSteps().steps[step - 1]?.by !== "employer")
      return invalid({ number: ["事業者が行う手順を選択してください。"] });
    await upsertStep(permit, found.workplace, { step, doneOn, remark });
    return ok(undefined);
  },
});

/** What the employer does on the doctor's opinion, and when the worker was told; looked at again after three months. */
export const noteMeasure = command({
  name: "stress-own.note-measure",
  ...byHolder("stress-workplace"),
  input: z.object({
    request: rowId(),
    measure: text("就業上の措置", { most: 500 }),
    workerToldOn: day("本人に説明した日"),
  }),
  async run(permit, { held, request: id, measure, workerToldOn }) {
    const request = await findRequest(permit, id);
    if (request?.workplaceId !== held) return notFound("stress-request");
    if (request.opinionOn === null) return conflict("医師の意見を受け取ってから、措置を登録してください。");
    const measureOn = permit.clock.today();
    const reviewOn = dueAfter("review", measureOn);
    await updateRequest(permit, id, { measure, measureOn, workerToldOn, reviewOn });
    return ok(undefined);
  },
});

/** What became of the measure, looked at again: it goes on, is changed or ends. */
export const noteReview = command({
  name: "stress-own.note-review",
  ...byHolder("stress-workplace"),
  input: z.object({
    request: rowId(),
    review: text("見直しの結果", { most: 500 }),
    reviewedOn: day("見直した日"),
  }),
  async run(permit, { held, request: id, review, reviewedOn }) {
    const request = await findRequest(permit, id);
    if (request?.workplaceId !== held) return notFound("stress-request");
    if (request.measureOn === null) return conflict("措置を登録してから、見直しを登録してください。");
    if (reviewedOn < request.measureOn || reviewedOn > permit.clock.today())
      return invalid({ reviewedOn: ["措置を登録した日から本日までの日付を入力してください。"] });
    await updateRequest(permit, id, { review, reviewedOn });
    return ok(undefined);
  },
});
