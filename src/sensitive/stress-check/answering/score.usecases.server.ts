import type { StressPermit } from "../access.ts";
import type { Run } from "../model/run.schema.ts";
import { type Answered, scoreOf } from "../model/score.rules.ts";
import { insertResult, updateWorker, upsertAnswer, type Worker } from "./worker.store.server.ts";

/** Keeps a sheet that is done. A whole one has its points at once; one with a blank has none, and counts as taken. */
export async function settleAnswer(
  permit: StressPermit,
  run: Pick<Run, "method">,
  worker: Pick<Worker, "id" | "organisationId" | "workplaceId">,
  answered: Answered,
  source: "web" | "paper",
): Promise<"complete" | "incomplete"> {
  const score = scoreOf(answered, run.method);
  const state = score ? "complete" : "incomplete";
  await upsertAnswer(permit, worker, { answered, source, state });
  // A phone shows it at once; one on paper is told when its sheet is handed over.
  const toldOn = source === "web" ? permit.clock.today() : null;
  if (score) await insertResult(permit, worker, score, toldOn);
  await updateWorker(permit, worker.id, { taken: true });
  return state;
}
