import { scopeOf } from "#foundation/actors/public.ts";
import { tables } from "#platform/db/rows.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { open, seal } from "#platform/sealing/seal.ts";
import type { StressPermit } from "../access.ts";
import type { Answered } from "../model/score.rules.ts";
import type { Worker } from "./worker.store.server.ts";

const COLUMN = "sensitive.stress_paper.answers";
const person = (id: string) => ({ kind: "person" as const, id });

export async function findFirstEntry(permit: StressPermit, worker: string): Promise<Answered | undefined> {
  const row = await tables(permit)
    .selectFrom("sensitive.stressPaper")
    .select("answers")
    .where("workerId", "=", worker)
    .where("entry", "=", 1)
    .executeTakeFirst();
  const told = row && (await open(permit, person(worker), COLUMN, worker, row.answers));
  return told === undefined || told === ERASED ? undefined : (JSON.parse(told) as Answered);
}

export async function upsertFirstEntry(
  permit: StressPermit,
  { id: workerId, organisationId }: Pick<Worker, "id" | "organisationId">,
  answered: Answered,
): Promise<void> {
  const answers = await seal(permit, person(workerId), COLUMN, workerId, JSON.stringify(answered));
  const told = { answers, enteredBy: scopeOf(permit.actor).actor };
  await tables(permit)
    .insertInto("sensitive.stressPaper")
    .values({ workerId, organisationId, entry: 1, ...told })
    .onConflict((held) => held.columns(["workerId", "entry"]).doUpdateSet(told))
    .execute();
}

export const deleteEntries = (permit: StressPermit, worker: string) =>
  tables(permit).deleteFrom("sensitive.stressPaper").where("workerId", "=", worker).execute();
