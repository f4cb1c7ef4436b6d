import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import {
  afterCommit,
  beside,
  command,
  type Permit,
  query,
  type Reach,
  type Subject,
} from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { CsvBroken } from "#platform/files/csv-reader.ts";
import { askFor, type JobKind } from "#platform/jobs/jobs.ts";
import { conflict, expectOk, ok, type Result } from "#platform/kernel/result.ts";
import {
  type BatchChange,
  beginTrial,
  lockImports,
  selectBatchesInState,
  undoTrial,
  updateBatch,
} from "#platform/tables/batch-store.ts";
import { TooManyRows } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch, ImportId } from "#platform/tables/import.ts";
import {
  FAILED,
  INTERRUPTED,
  NOT_IN_STATE,
  TOO_MANY,
  unreadableSentence,
} from "#platform/tables/messages.ts";
import { openQuestions } from "#platform/tables/questions.ts";
import { bookBeside } from "#platform/tables/reader.ts";
import { takeTable } from "#platform/tables/run.ts";
import { isUnderWay, keepsFile, UNDER_WAY } from "#platform/tables/states.ts";
import { FileStopped, type Taking } from "#platform/tables/table-in.ts";
import { type ImportSubject, OneImport, type TableImport } from "./table-import.schema.ts";
import { getImport, holdImport, SUBJECT, subjectOf } from "./table-import.usecases.server.ts";

export type ImportRun = { id: ImportId };
/** Does what the state of an import asks for, now or in the background. */
export type Worker = ReturnType<typeof works>;

const IMPORT = service("import");

/** Where the file of an import waits until it is taken in or given up. */
export const fileOf = (app: App, id: ImportId): string => join(app.config.dataFolder, "imports", `${id}.csv`);

export async function forgetFile(app: App, id: ImportId): Promise<void> {
  await rm(fileOf(app, id), { force: true });
  await rm(bookBeside(fileOf(app, id)), { force: true });
}

/** Checks or takes in, whichever the import's state says, by the service within the reach of who brought the file. */
export function works<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
) {
  const { table, policy, prefix } = one;
  const within = (asked: Subject): Reach => {
    const { area, reach } = asked as ImportSubject;
    return reach === "all" ? { areas: "all" } : one.within({ area, reach });
  };
  const subject = subjectOf(table.kind);

  const workOnImport = command({
    name: `${prefix}.run`,
    policy,
    target: OneImport,
    subject,
    within,
    copy: table.copies ?? false,
    input: z.object({ path: z.string() }),
    async run(permit, { id, path }, app) {
      let batch = await getImport(one, permit, id);
      if (batch.ok && batch.value.state === "importing") {
        await lockImports(permit);
        batch = await getImport(one, permit, id);
      }
      if (!batch.ok) return batch;
      if (!isUnderWay(batch.value.state)) return conflict(NOT_IN_STATE(batch.value.state));
      return existsSync(path)
        ? moveOn(app, permit, batch.value, await workOnFile(app, permit, batch.value, path))
        : moveOn(app, permit, batch.value, { state: "failed", problem: INTERRUPTED });
    },
  });

  const failImport = command({
    name: `${prefix}.fail`,
    policy,
    target: OneImport,
    subject,
    within,
    input: z.object({ problem: z.string() }),
    async run(permit, { id, problem }, app) {
      const batch = await getImport(one, permit, id);
      if (!batch.ok) return batch;
      if (!isUnderWay(batch.value.state)) return conflict(NOT_IN_STATE(batch.value.state));
      return moveOn(app, permit, batch.value, { state: "failed", problem });
    },
  });

  /** What taking the file in comes to. Where it is only looked at, or has bad rows, everything is as before again. */
  async function workOnFile(
    app: App,
    permit: Permit,
    batch: ImportBatch<M, C>,
    path: string,
  ): Promise<Outcome> {
    await beginTrial(permit);
    const looking = batch.state === "checking";
    const taking: Taking<P, M, C> = {
      app,
      permit: permit as unknown as P,
      batch,
      path,
      looking,
      beside: (work) => beside(app, permit as unknown as P, work),
    };
    const read = await takeTable(taking, await table.open(taking));
    const found = { ...read, bytesRead: batch.fileBytes };
    const open = openQuestions(read.questions, batch.choices.answers).length > 0;
    if (!looking && !open && (read.counts.rejected === 0 || batch.choices.goodRowsOnly === true))
      return { ...found, state: "done" };
    await undoTrial(permit);
    return { ...found, state: "ready" };
  }

  /** Writes the outcome down, unless somebody has given the import up meanwhile: then nothing is done. */
  async function moveOn(
    app: App,
    permit: Permit,
    batch: ImportBatch<M, C>,
    outcome: Outcome,
  ): Promise<Result<undefined>> {
    const held = await holdImport(one, permit, batch.id);
    if (!held.ok) return held;
    if (held.value.state !== batch.state) return conflict(NOT_IN_STATE(held.value.state));
    await updateBatch(permit, batch, { ...outcome, stateSince: permit.clock.now() });
    if (!keepsFile(outcome.state)) afterCommit(permit, () => forgetFile(app, batch.id));
    return ok(undefined);
  }

  const listUnderWay = query({
    name: `${prefix}.list-under-way`,
    policy,
    target: z.object({}),
    subject: () => ({ type: SUBJECT, area: NATION }),
    run: async (permit) =>
      ok((await selectBatchesInState(permit, table.kind, UNDER_WAY)).map(({ id }) => ({ id }))),
  });

  /** Taking in is one transaction: a process that is killed leaves everything as it was. */
  async function runImport(app: App, { id }: ImportRun, path = fileOf(app, id)): Promise<void> {
    try {
      // Refused where the import was given up meanwhile, or another process has done it: nothing is left to do.
      await workOnImport(app, IMPORT, { id }, { path });
    } catch (error) {
      const problem = sentenceOf(error);
      if (problem === FAILED) app.log.error({ err: error, import: id }, "import failed");
      await failImport(app, IMPORT, { id }, { problem });
    }
  }

  /** The work in the background; what a stopped server left is done again from the start of the file. */
  const importJob: JobKind<ImportRun> = {
    name: `${table.kind}.import`,
    run: (app, run) => runImport(app, run),
    left: async (app) => expectOk(await listUnderWay(app, IMPORT, {})),
  };

  const goOn = (app: App, { id, fileBytes }: Pick<ImportBatch, "id" | "fileBytes">): Promise<void> =>
    fileBytes <= (table.atOnceBytes ?? 0) ? runImport(app, { id }) : askFor(app, importJob, { id });

  return { runImport, importJob, goOn };
}

type Outcome = BatchChange & Readonly<{ state: ImportBatch["state"] }>;

function sentenceOf(error: unknown): string {
  if (error instanceof CsvBroken) return unreadableSentence(error.unreadable);
  if (error instanceof FileStopped) return error.message;
  return error instanceof TooManyRows ? TOO_MANY(error.most) : FAILED;
}
