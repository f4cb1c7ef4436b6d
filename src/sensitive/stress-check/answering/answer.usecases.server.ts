import { z } from "zod";
import { askOnce, command, query } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { allows } from "#platform/kernel/states.ts";
import type { StressPermit } from "../access.ts";
import { readForm57 } from "../model/questionnaire.usecases.server.ts";
import { RUN, type Run } from "../model/run.schema.ts";
import { answersOf, missingItems } from "../model/score.rules.ts";
import { WORKER } from "../model/stress.messages.ts";
import { findRunInReach } from "../runs/run.store.server.ts";
import { byHolder } from "../target.usecases.server.ts";
import { settleAnswer } from "./score.usecases.server.ts";
import { findAnswer, lockByCode, upsertAnswer } from "./worker.store.server.ts";

const Sent = z.looseObject({});

export async function whoHolds(permit: StressPermit, held: string) {
  const worker = await lockByCode(permit, held);
  const run = worker && (await findRunInReach(permit, worker.runId));
  return run && { worker, run };
}
const isOpen = (permit: StressPermit, { state, closesOn }: Run): boolean =>
  allows(RUN, state, "answer") && (closesOn === null || permit.clock.today() <= closesOn);

/** The form with what was answered so far, on whichever device. */
export const readForm = query({
  name: "stress-answer.read-form",
  ...byHolder("stress-code"),
  async run(permit, { held }) {
    const found = await whoHolds(permit, held);
    if (!found) return notFound("stress-run");
    const { worker, run } = found;
    const kept = await findAnswer(permit, worker.id);
    return ok({
      ...{ title: run.title, closesOn: run.closesOn, contact: run.contact, form: readForm57() },
      state: worker.taken ? ("taken" as const) : isOpen(permit, run) ? ("open" as const) : ("over" as const),
      answered: kept?.state === "draft" ? kept.answered : null,
    });
  },
});

export const keepAnswer = command({
  name: "stress-answer.keep",
  ...byHolder("stress-code"),
  input: Sent,
  async run(permit, { held, ...sent }) {
    const found = await whoHolds(permit, held);
    if (!found || !isOpen(permit, found.run)) return conflict(WORKER.over);
    if (found.worker.taken) return conflict(WORKER.already);
    const row = { answered: answersOf(sent), source: "web", state: "draft" } as const;
    await upsertAnswer(permit, found.worker, row);
    return ok(undefined);
  },
});

/** Whoever leaves an item blank is asked once; sent all the same it makes no points. */
export const submitAnswer = command({
  name: "stress-answer.submit",
  ...byHolder("stress-code"),
  input: Sent,
  once: true,
  async run(permit, { held, ...sent }) {
    const found = await whoHolds(permit, held);
    if (!found) return conflict(WORKER.over);
    if (found.worker.taken) return conflict(WORKER.already);
    if (!isOpen(permit, found.run)) return conflict(WORKER.over);
    const answered = answersOf(sent);
    const blank = missingItems(answered);
    const meant = askOnce(
      permit,
      Object.fromEntries(
        blank.map((item) => [`q${item}`, ["未回答です。未回答があると、結果を計算できません。"]]),
      ),
    );
    if (!meant.ok) return meant;
    return ok({ state: await settleAnswer(permit, found.run, found.worker, answered, "web") });
  },
});
