import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { scopeOf, service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { inCopyTransaction } from "#platform/db/copy.ts";
import type { Scope } from "#platform/db/database.ts";
import { withRows } from "#platform/db/rows.ts";
import { CsvBroken } from "#platform/files/csv-reader.ts";
import type { JobKind } from "#platform/jobs/jobs.ts";
import { selectDictionary } from "../../dictionary/store.server.ts";
import type { ImportId } from "../../observations/schema.ts";
import { FAILED, INTERRUPTED, unreadableSentence } from "../messages.ts";
import { keepsFile, UNDER_WAY } from "../rules.ts";
import type { ImportBatch } from "../schema.ts";
import { type BatchChange, findBatch, selectBatchesInState, takeTurn, updateBatch } from "../store.server.ts";
import { takeFile } from "./file/usecases.server.ts";

export type ImportRun = { id: ImportId };

/** Where the file of an import waits until it is taken in or given up. */
export const fileOf = (app: App, id: ImportId): string => join(app.config.dataFolder, "imports", `${id}.csv`);

/** An import's own scope: the person who began it, with the areas facts about which concerned that person then. */
export const scopeOfBatch = ({ createdBy, areaId, reach }: ImportBatch): Scope => ({
  actor: createdBy,
  ...(reach === "all" ? { areas: "all" } : { areas: [areaId], facts: reach }),
});

const UPKEEP = scopeOf(service("import"));

/**
 * Checks or takes in, whichever the import's state says. Taking in is one transaction: a process that is killed leaves
 * everything as it was.
 */
export async function runImport(app: App, { id }: ImportRun, path = fileOf(app, id)): Promise<void> {
  const batch = await withRows(app.db, UPKEEP, (permit) => findBatch(permit, id));
  if (!batch || !isUnderWay(batch)) return;
  let outcome: BatchChange | undefined;
  try {
    outcome = await attempt(app, batch, path);
  } catch (error) {
    outcome = {
      state: "failed",
      problem: error instanceof CsvBroken ? unreadableSentence(error.unreadable) : FAILED,
    };
    if (!(error instanceof CsvBroken)) app.log.error({ err: error, import: id }, "import failed");
  }
  if (outcome) await moveOn(app, batch, outcome);
  if (path === fileOf(app, id)) await tidy(app, id);
}

/** Carries what was found through the transaction that is undone. */
class Undo extends Error {
  readonly found: BatchChange;
  constructor(found: BatchChange) {
    super("undo");
    this.found = found;
  }
}

/** What remains to be written down; undefined where it was written with the figures, or is no longer ours to do. */
async function attempt(app: App, batch: ImportBatch, path: string): Promise<BatchChange | undefined> {
  try {
    return await inCopyTransaction(app.pool, scopeOfBatch(batch), async (permit, copy) => {
      if (batch.state === "importing") await takeTurn(permit);
      const current = await findBatch(permit, batch.id);
      if (current?.state !== batch.state) return undefined;
      if (!existsSync(path)) return { state: "failed", problem: INTERRUPTED };
      const dictionary = await selectDictionary(permit);
      const tally = await takeFile(app, { permit, copy, batch, path, dictionary });
      const counts = tally.counts();
      const found: BatchChange = {
        counts,
        bytesRead: batch.fileBytes,
        changes: tally.changes(dictionary.indicators),
      };
      const wanted =
        batch.state === "importing" && (counts.rejected === 0 || batch.choices.goodRowsOnly === true);
      if (!wanted) throw new Undo({ ...found, state: "ready" });
      await updateBatch(permit, batch, {
        ...found,
        state: "done",
        stateSince: app.clock.now(),
        areas: [...tally.areas],
        indicators: tally.indicators(),
      });
      return undefined;
    });
  } catch (error) {
    if (error instanceof Undo) return error.found;
    throw error;
  }
}

/** Writes the outcome, unless the person gave the import up meanwhile. */
async function moveOn(app: App, batch: ImportBatch, outcome: BatchChange): Promise<void> {
  await withRows(app.db, scopeOfBatch(batch), async (permit) => {
    const current = await findBatch(permit, batch.id, true);
    if (current?.state === batch.state)
      await updateBatch(permit, batch, { ...outcome, stateSince: app.clock.now() });
  });
}

async function tidy(app: App, id: ImportId): Promise<void> {
  const batch = await withRows(app.db, UPKEEP, (permit) => findBatch(permit, id));
  if (batch && !keepsFile(batch.state)) await rm(fileOf(app, id), { force: true });
}

const isUnderWay = (batch: ImportBatch): boolean => (UNDER_WAY as readonly string[]).includes(batch.state);

/** The work in the background; what a stopped server left is done again from the start of the file. */
export const importJob: JobKind<ImportRun> = {
  name: "indicators.import",
  run: (app, run) => runImport(app, run),
  left: async (app) =>
    (await withRows(app.db, UPKEEP, (permit) => selectBatchesInState(permit, UNDER_WAY))).map(({ id }) => ({
      id,
    })),
};
