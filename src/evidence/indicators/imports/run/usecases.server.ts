import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { afterCommit, command, query, type Reach } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { CsvBroken } from "#platform/files/csv-reader.ts";
import type { JobKind } from "#platform/jobs/jobs.ts";
import { conflict, expectOk, ok } from "#platform/kernel/result.ts";
import { type ImportPermit, indicatorPolicy } from "../../access.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import type { ImportId } from "../../observations/schema.ts";
import { FAILED, INTERRUPTED, NOT_IN_STATE, unreadableSentence } from "../messages.ts";
import { isUnderWay, keepsFile, UNDER_WAY } from "../rules.ts";
import { type ImportBatch, OneImport } from "../schema.ts";
import {
  type BatchChange,
  findImportSubject,
  getBatch,
  holdBatch,
  type ImportSubject,
  selectBatchesInState,
  takeTurn,
  updateBatch,
} from "../store.server.ts";
import { takeFile } from "./file/usecases.server.ts";
import { beginTrial, undoTrial } from "./store.server.ts";

export type ImportRun = { id: ImportId };

const IMPORT = service("import");

/** Where the file of an import waits until it is taken in or given up. */
export const fileOf = (app: App, id: ImportId): string => join(app.config.dataFolder, "imports", `${id}.csv`);

export const forgetFile = (app: App, id: ImportId): Promise<void> => rm(fileOf(app, id), { force: true });

/** The list in which the import stands, with the areas facts about which concerned who began it at that time. */
const reachOf = ({ area, reach }: ImportSubject): Reach =>
  reach === "all" ? { areas: "all" } : { areas: [area], facts: reach };

/**
 * Checks or takes in, whichever the import's state says. Taking in is one transaction: a process that is killed leaves
 * everything as it was.
 */
export async function runImport(app: App, { id }: ImportRun, path = fileOf(app, id)): Promise<void> {
  try {
    // Refused where the import was given up meanwhile, or another process has done it: nothing is left to do.
    await workOnImport(app, IMPORT, { id }, { path });
  } catch (error) {
    const broken = error instanceof CsvBroken;
    if (!broken) app.log.error({ err: error, import: id }, "import failed");
    await failImport(
      app,
      IMPORT,
      { id },
      { problem: broken ? unreadableSentence(error.unreadable) : FAILED },
    );
  }
}

const workOnImport = command({
  name: "import.run",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  within: reachOf,
  copy: true,
  input: z.object({ path: z.string() }),
  async run(permit, { id, path }, app) {
    let batch = await getBatch(permit, id);
    if (batch.state === "importing") {
      await takeTurn(permit);
      batch = await getBatch(permit, id);
    }
    if (!isUnderWay(batch.state)) return conflict(NOT_IN_STATE(batch.state));
    return existsSync(path)
      ? moveOn(app, permit, batch, await workOnFile(app, permit, batch, path))
      : moveOn(app, permit, batch, { state: "failed", problem: INTERRUPTED });
  },
});

const failImport = command({
  name: "import.fail",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  within: reachOf,
  input: z.object({ problem: z.string() }),
  async run(permit, { id, problem }, app) {
    const batch = await getBatch(permit, id);
    if (!isUnderWay(batch.state)) return conflict(NOT_IN_STATE(batch.state));
    return moveOn(app, permit, batch, { state: "failed", problem });
  },
});

type Outcome = BatchChange & Readonly<{ state: ImportBatch["state"] }>;

/** What taking the file in comes to. Where it is only looked at, or has bad rows, the figures are as before again. */
async function workOnFile(
  app: App,
  permit: ImportPermit,
  batch: ImportBatch,
  path: string,
): Promise<Outcome> {
  await beginTrial(permit);
  const dictionary = await selectDictionary(permit);
  const tally = await takeFile(app, { permit, batch, path, dictionary });
  const counts = tally.counts();
  const found = { counts, bytesRead: batch.fileBytes, changes: tally.changes(dictionary.indicators) };
  if (batch.state === "importing" && (counts.rejected === 0 || batch.choices.goodRowsOnly === true))
    return { ...found, state: "done", areas: [...tally.areas], indicators: tally.indicators() };
  await undoTrial(permit);
  return { ...found, state: "ready" };
}

/** Writes the outcome down, unless somebody has given the import up meanwhile: then nothing is done. */
async function moveOn(app: App, permit: ImportPermit, batch: ImportBatch, outcome: Outcome) {
  const { state } = await holdBatch(permit, batch.id);
  if (state !== batch.state) return conflict(NOT_IN_STATE(state));
  await updateBatch(permit, batch, { ...outcome, stateSince: permit.clock.now() });
  if (!keepsFile(outcome.state)) afterCommit(permit, () => forgetFile(app, batch.id));
  return ok(undefined);
}

const listUnderWay = query({
  name: "import.list-under-way",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "import", area: NATION }),
  run: async (permit) => ok((await selectBatchesInState(permit, UNDER_WAY)).map(({ id }) => ({ id }))),
});

/** The work in the background; what a stopped server left is done again from the start of the file. */
export const importJob: JobKind<ImportRun> = {
  name: "indicators.import",
  run: (app, run) => runImport(app, run),
  left: async (app) => expectOk(await listUnderWay(app, IMPORT, {})),
};
