import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { ActPermit } from "../access.ts";
import { CHECK } from "../model/act.messages.ts";
import { addressOf, nextOf } from "../model/act.rules.ts";
import { StepInput } from "../model/act.schema.ts";
import { BANK } from "../model/bank.schema.ts";
import { ofCheck } from "./act-check.commands.server.ts";
import { finishSteps, lockCheck, upsertStep } from "./act-check.store.server.ts";
import { offers } from "./step-offer.rules.ts";

const target = ofCheck({ question: z.string(), modules: z.array(z.string()).default([]) });

async function asked(permit: ActPermit, id: string, key: string) {
  const check = await lockCheck(permit, id);
  const question = check?.questions.find((one) => one.key === key && one.applies);
  return check && question && { check, question };
}

/**
 * Takes the next step of a question: what it leads to is filled in, and taken twice it is the same. An act of one's own
 * needs a day.
 */
export const takeStep = command({
  name: "act-step.take",
  ...target,
  input: StepInput,
  async run(permit, { id, question: key, modules, day }) {
    const found = await asked(permit, id, key);
    if (!found) return notFound("question");
    const { check, question } = found;
    const next = nextOf(question.next, offers(modules));
    if (next.kind === "own" && !day) return invalid({ day: [CHECK[check.language].needsDay] });
    const step = await upsertStep(permit, {
      ...{ id: newId() as string, checkId: id, question: key, kind: next.kind, state: "taken", onDay: day },
      requestKey: next.kind === "request" ? (newId() as string) : null,
    });
    const { slug } = await getArea(permit, permit.subject.area);
    const filled = { slug, key: step.requestKey, workers: check.facts.workers, addresses: BANK.addresses };
    return ok({ to: addressOf(next, filled) ?? null });
  },
});

/** The step is not wanted; that is kept, so that it is not asked again. */
export const declineStep = command({
  name: "act-step.decline",
  ...target,
  async run(permit, { id, question: key, modules }) {
    const found = await asked(permit, id, key);
    if (!found) return notFound("question");
    const { kind } = nextOf(found.question.next, offers(modules));
    await upsertStep(permit, {
      ...{ id: newId() as string, checkId: id, question: key, kind, state: "declined", onDay: null },
      requestKey: null,
    });
    return ok({ id });
  },
});

/** It is done: the question is asked again. */
export const finishStep = command({
  name: "act-step.finish",
  ...target,
  async run(permit, { id, question: key }) {
    if (!(await asked(permit, id, key))) return notFound("question");
    await finishSteps(permit, id, [key]);
    return ok({ id });
  },
});
