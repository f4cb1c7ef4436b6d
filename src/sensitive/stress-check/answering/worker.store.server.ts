import type { Updateable } from "kysely";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { open, seal, sealsOf } from "#platform/sealing/seal.ts";
import type { StressPermit } from "../access.ts";
import type { Workplace } from "../model/run.schema.ts";
import type { Answered, Score } from "../model/score.rules.ts";

type Row = RowOf<"sensitive.stressWorker">;
export type Worker = Omit<Row, "name"> & Readonly<{ name: string }>;
type Held = Pick<Row, "id" | "organisationId" | "workplaceId">;
const person = (id: string) => ({ kind: "person" as const, id });
const NAME = "sensitive.stress_worker.name";

async function opened(permit: StressPermit, rows: readonly Row[]): Promise<Worker[]> {
  const seals = await sealsOf(
    permit,
    rows.map(({ id }) => person(id)),
  );
  return rows.map(({ name, ...row }) => {
    const told = seals(person(row.id)).open(NAME, row.id, name);
    return { ...row, name: told === ERASED ? "（消去済み）" : told };
  });
}

/** Adds workers of a workplace under the next numbers of the run; the workplace is held by who adds. */
export async function insertWorkers(
  permit: StressPermit,
  { id: workplaceId, runId, organisationId }: Workplace,
  names: readonly string[],
  after: number,
): Promise<void> {
  const rows = names.map((name, at) => ({ id: crypto.randomUUID() as string, number: after + at + 1, name }));
  const seals = await sealsOf(
    permit,
    rows.map(({ id }) => person(id)),
  );
  await tables(permit)
    .insertInto("sensitive.stressWorker")
    .values(
      rows.map(({ name, ...row }) => ({
        ...{ ...row, workplaceId, runId, organisationId },
        name: seals(person(row.id)).seal(NAME, row.id, name),
      })),
    )
    .execute();
}

export async function selectWorkers(permit: StressPermit, workplace: string): Promise<Worker[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.stressWorker")
    .selectAll()
    .where("workplaceId", "=", workplace)
    .orderBy("number")
    .execute();
  return opened(permit, rows);
}

export const selectWorkersOfRun = (permit: StressPermit, run: string) =>
  tables(permit)
    .selectFrom("sensitive.stressWorker")
    .select(["id", "number", "workplaceId", "organisationId", "taken"])
    .where("runId", "=", run)
    .orderBy("number")
    .execute();

/** The worker of the code at hand, held until the work is done: two devices answer one after the other. */
export async function lockByCode(permit: StressPermit, codeHash: string): Promise<Worker | undefined> {
  const row = await tables(permit)
    .selectFrom("sensitive.stressWorker")
    .selectAll()
    .where("codeHash", "=", codeHash)
    .forUpdate()
    .executeTakeFirst();
  return row && (await opened(permit, [row]))[0];
}

export const lockByNumber = (permit: StressPermit, run: string, number: number) =>
  tables(permit)
    .selectFrom("sensitive.stressWorker")
    .select(["id", "organisationId", "workplaceId", "taken"])
    .where("runId", "=", run)
    .where("number", "=", number)
    .forUpdate()
    .executeTakeFirst();

export const updateWorker = (
  permit: StressPermit,
  id: string,
  values: Updateable<CamelTables["sensitive.stressWorker"]>,
) => tables(permit).updateTable("sensitive.stressWorker").set(values).where("id", "=", id).execute();

export async function upsertAnswer(
  permit: StressPermit,
  { id: workerId, organisationId }: Pick<Held, "id" | "organisationId">,
  {
    answered,
    ...row
  }: Readonly<{
    answered: Answered;
    source: "web" | "paper";
    state: "draft" | "incomplete" | "complete";
  }>,
): Promise<void> {
  const text = JSON.stringify(answered);
  const answers = await seal(permit, person(workerId), "sensitive.stress_answer.answers", workerId, text);
  await tables(permit)
    .insertInto("sensitive.stressAnswer")
    .values({ workerId, organisationId, ...row, answers })
    .onConflict((held) => held.column("workerId").doUpdateSet({ ...row, answers }))
    .execute();
}

export async function findAnswer(permit: StressPermit, worker: string) {
  const row = await tables(permit)
    .selectFrom("sensitive.stressAnswer")
    .select(["state", "source", "answers"])
    .where("workerId", "=", worker)
    .executeTakeFirst();
  if (!row) return undefined;
  const told = await open(permit, person(worker), "sensitive.stress_answer.answers", worker, row.answers);
  return told === ERASED ? undefined : { ...row, answered: JSON.parse(told) as Answered };
}

export async function insertResult(
  permit: StressPermit,
  { id: workerId, organisationId, workplaceId }: Held,
  score: Score,
  toldOn: PlainDate | null,
): Promise<void> {
  const text = JSON.stringify(score);
  const sealed = await seal(permit, person(workerId), "sensitive.stress_result.score", workerId, text);
  const today = permit.clock.today();
  await tables(permit)
    .insertInto("sensitive.stressResult")
    .values({
      workerId,
      organisationId,
      workplaceId,
      score: sealed,
      advised: score.high,
      madeOn: today,
      toldOn,
    })
    .execute();
}

export async function findResult(permit: StressPermit, worker: string) {
  const row = await tables(permit)
    .selectFrom("sensitive.stressResult")
    .select(["score", "advised", "madeOn"])
    .where("workerId", "=", worker)
    .executeTakeFirst();
  if (!row) return undefined;
  const told = await open(permit, person(worker), "sensitive.stress_result.score", worker, row.score);
  return told === ERASED ? undefined : { ...row, score: JSON.parse(told) as Score };
}

/** Those of a workplace that were not told yet; how many they were. */
export const markTold = async (permit: StressPermit, workplace: string): Promise<number> => {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("sensitive.stressResult")
    .set({ toldOn: permit.clock.today() })
    .where("workplaceId", "=", workplace)
    .where("toldOn", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

/** Who of a workplace has a result, and of whom an interview was advised: for the implementer alone. */
export const selectAdvised = (permit: StressPermit, workplace: string) =>
  tables(permit)
    .selectFrom("sensitive.stressResult")
    .select(["workerId", "advised", "toldOn"])
    .where("workplaceId", "=", workplace)
    .execute();

/** Everyone of a workplace who has taken it, with the result; a sheet with a blank has none. */
export async function selectResults(permit: StressPermit, workplace: string) {
  const rows = await tables(permit)
    .selectFrom("sensitive.stressResult")
    .select(["workerId", "score"])
    .where("workplaceId", "=", workplace)
    .execute();
  const held = new Map(rows.map((row) => [row.workerId, row]));
  const workers = (await selectWorkers(permit, workplace)).filter(({ taken }) => taken);
  const seals = await sealsOf(
    permit,
    workers.map(({ id }) => person(id)),
  );
  return workers.map(({ id, number, name }) => {
    const row = held.get(id);
    const told = row && seals(person(id)).open("sensitive.stress_result.score", id, row.score);
    const score = told === undefined || told === ERASED ? undefined : (JSON.parse(told) as Score);
    return { id, number, name, score };
  });
}

/** All whole sheets of a run with their points, opened together. */
export async function selectRespondents(permit: StressPermit, run: string) {
  const rows = await tables(permit)
    .selectFrom("sensitive.stressAnswer as answer")
    .innerJoin("sensitive.stressWorker as worker", "worker.id", "answer.workerId")
    .innerJoin("sensitive.stressResult as result", "result.workerId", "answer.workerId")
    .select(["worker.id", "worker.workplaceId as workplace", "answer.answers", "result.score"])
    .where("worker.runId", "=", run)
    .where("answer.state", "=", "complete")
    .execute();
  const seals = await sealsOf(
    permit,
    rows.map(({ id }) => person(id)),
  );
  return rows.flatMap(({ id, workplace, answers, score }) => {
    const key = seals(person(id));
    const answered = key.open("sensitive.stress_answer.answers", id, answers);
    const points = key.open("sensitive.stress_result.score", id, score);
    if (answered === ERASED || points === ERASED) return [];
    return [{ workplace, answered: JSON.parse(answered) as Answered, score: JSON.parse(points) as Score }];
  });
}
