import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { destroyKey } from "#platform/sealing/data-keys.ts";
import type { StressPermit } from "../access.ts";

/** The last day on which something was written down of an interview of that run. */
export async function lastInterviewDay(permit: StressPermit, run: string): Promise<PlainDate | null> {
  const row = await tables(permit)
    .selectFrom("sensitive.stressRequest as request")
    .innerJoin("sensitive.stressWorker as worker", "worker.id", "request.workerId")
    .select(
      sql<PlainDate | null>`max(greatest(asked_on, interview_on, opinion_on, measure_on, reviewed_on))`.as(
        "last",
      ),
    )
    .where("worker.runId", "=", run)
    .executeTakeFirstOrThrow();
  return row.last;
}

const OF_WORKERS = [
  "sensitive.stressRelease",
  "sensitive.stressRequest",
  "sensitive.stressPaper",
  "sensitive.stressResult",
  "sensitive.stressAnswer",
] as const;

/** Everything of these workers, the workers themselves, and the keys by which what stands in copies could be read. */
export async function deleteWorkers(permit: StressPermit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of OF_WORKERS)
    await tables(permit).deleteFrom(table).where("workerId", "in", ids).execute();
  await tables(permit).deleteFrom("sensitive.stressWorker").where("id", "in", ids).execute();
  for (const id of ids) await destroyKey(permit, { kind: "person", id });
}
