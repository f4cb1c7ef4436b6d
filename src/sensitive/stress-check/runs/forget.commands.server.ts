import { command } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { selectWorkersOfRun } from "../answering/worker.store.server.ts";
import { isPast, KEPT_YEARS } from "../model/run.rules.ts";
import { ofRun } from "../target.usecases.server.ts";
import { deleteWorkers, lastInterviewDay } from "./forget.store.server.ts";
import { lockRun } from "./run.store.server.ts";

/** Lets go of all that names somebody, once it was kept for five years; the keys go too. Sheets of groups stay. */
export const forgetRun = command({
  name: "stress-run.forget",
  ...ofRun(),
  async run(permit, { run: id }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("stress-run");
    if (!isPast(run.closedOn, await lastInterviewDay(permit, id), permit.clock.today()))
      return conflict(`実施の終了と最後の面接の記録から${KEPT_YEARS}年が過ぎるまで、削除できません。`);
    const workers = (await selectWorkersOfRun(permit, id)).map((one) => one.id);
    await deleteWorkers(permit, workers);
    return ok({ id, forgotten: workers.length });
  },
});
