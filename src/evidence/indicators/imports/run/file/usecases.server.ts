import { beside } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { CsvFile } from "#platform/files/csv-file.ts";
import { type CsvRecord, readRecords } from "#platform/files/csv-reader.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { ImportPermit } from "../../../access.ts";
import type { Dictionary } from "../../../dictionary/schema.ts";
import { addRejectedRows, clearRejectedRows } from "../../rejected/store.server.ts";
import { MEND } from "../../rows/messages.ts";
import { planRows, type RowPlan } from "../../rows/plan/rules.ts";
import { keep, readRow, wordsOf } from "../../rows/rules.ts";
import type { ImportBatch, Problem, RejectedRow } from "../../schema.ts";
import { updateBatch } from "../../store.server.ts";
import { AreaFinder } from "../areas/usecases.server.ts";
import { EXAMPLES_SHOWN, REJECTED_KEPT, Tally } from "../rules.ts";
import { createStaging, StagedRows, stage } from "../staging/store.server.ts";
import * as staged from "../store.server.ts";

type Taking = Readonly<{
  permit: ImportPermit;
  batch: ImportBatch;
  path: string;
  dictionary: Dictionary;
}>;

/** Rows that go to the database together: as many as its memory for temporary tables holds (temp_buffers, 8 MB). */
const PORTION_ROWS = 60_000;
/** The first are few, so that the database need not wait for its work. */
const FIRST_PORTION_ROWS = 8_000;
const PROGRESS_MS = 700;

/**
 * Reads the file and puts every good row in its place, in the transaction given. While the database works on one
 * portion, the next is read. Bad rows and progress are written down outside that transaction, to be seen meanwhile.
 */
export async function takeFile(app: App, taking: Taking): Promise<Tally> {
  const { permit, batch, path, dictionary } = taking;
  const file = { path, encoding: batch.encoding, delimiter: batch.delimiter } as CsvFile;
  const finder = new AreaFinder(app, permit, batch.reach);
  const plan = await planOf(app, batch, dictionary, finder);
  const tally = new Tally();
  const rejects = new Rejects(app, permit, batch);
  const words = wordsOf(plan);
  const writer = new Writer(app, taking, tally);
  await createStaging(permit);
  await rejects.clear();

  let portion = writer.portion();
  let reported = performance.now();
  let header = true;
  let lastArea = "";
  let enough = FIRST_PORTION_ROWS;
  for await (const { records, bytesRead } of readRecords(file)) {
    await finder.learn(records, plan.column.area);
    for (const record of records) {
      if (header) {
        header = false;
        continue;
      }
      const read = readRow(plan, record, finder.found, words);
      tally.read += 1;
      if (read.problems) {
        tally.rejected += 1;
        rejects.push(record, read.problems);
        continue;
      }
      for (const figure of read.figures) {
        portion.push(figure);
        if (figure.areaId !== lastArea) tally.areas.add(figure.areaId);
        lastArea = figure.areaId;
      }
    }
    await rejects.flush();
    if (portion.size >= enough) {
      await writer.write(portion);
      portion = writer.portion();
      enough = PORTION_ROWS;
    }
    if (performance.now() - reported > PROGRESS_MS) {
      reported = performance.now();
      await beside(app, permit, (own) =>
        updateBatch(own, batch, {
          bytesRead,
          counts: { ...tally.counts(), added: 0, changed: 0, unchanged: 0 },
        }),
      );
    }
  }
  await writer.write(portion);
  await writer.done();
  await rejects.add(await repeatedRows(file, plan, writer.repeated));
  return tally;
}

async function planOf(
  app: App,
  batch: ImportBatch,
  dictionary: Dictionary,
  finder: AreaFinder,
): Promise<RowPlan> {
  const { choices, header, mapping } = batch;
  const area = choices.area ? await finder.one(choices.area) : undefined;
  return planRows(header!, mapping!, choices, area, dictionary, fiscalYearOf(app.clock.today()));
}

/** Hands portions to the database, one under way at a time. */
class Writer {
  /** Lines that contradict an earlier one; 0 where that one was too far away to be named. */
  readonly repeated = new Map<number, number>();
  readonly #app: App;
  readonly #taking: Taking;
  readonly #tally: Tally;
  readonly #portions = [new StagedRows(), new StagedRows()];
  #under: Promise<void> = Promise.resolve();
  /** Until a figure turns out to stand already, portions are simply added, which is much faster. */
  #allNew = true;

  constructor(app: App, taking: Taking, tally: Tally) {
    this.#app = app;
    this.#taking = taking;
    this.#tally = tally;
  }

  /** An empty portion; the one before may still be under way, so there are two that take turns. */
  portion(): StagedRows {
    this.#portions.reverse();
    const [portion] = this.#portions;
    portion!.clear();
    return portion!;
  }

  async write(portion: StagedRows): Promise<void> {
    await this.#under;
    if (portion.size === 0) return;
    this.#under = this.#put(portion);
    // Its failure is met by the next await; until then it must not count as nobody's.
    this.#under.catch(() => undefined);
  }

  done(): Promise<void> {
    return this.#under;
  }

  async #put(portion: StagedRows): Promise<void> {
    const { permit, batch } = this.#taking;
    const tally = this.#tally;
    const { published } = batch.choices;
    await stage(permit, portion);
    tally.staged += portion.size;
    const looking = batch.state === "checking";
    if (this.#allNew && !looking) {
      this.#allNew = await staged.addAllStaged(permit, batch.id, published, portion.grouped);
      if (this.#allNew) {
        for (const [key, figures] of portion.figures)
          tally.add(Math.floor(key / 10_000), key % 10_000, figures);
        return;
      }
    }
    const repeated = await staged.dropRepeatedStaged(permit);
    if (looking) repeated.push(...(await staged.dropRepeatedSeen(permit)));
    for (const { line, first, same } of repeated) if (!same) this.#repeat(line, first);
    const room = EXAMPLES_SHOWN - tally.examples.length;
    const found = await staged.compareStaged(permit, batch.id, published, room);
    if (!looking) await staged.mergeCompared(permit, batch.id, published, this.#app.clock.now());
    for (const { indicator_no, fiscal_year, figures } of found.added)
      tally.add(indicator_no, fiscal_year, figures);
    for (const { indicator_no, fiscal_year, figures } of found.changed)
      tally.change(indicator_no, fiscal_year, figures);
    tally.examples.push(...found.examples);
    for (const line of found.contradicting) this.#repeat(line, 0);
  }

  #repeat(line: number, first: number): void {
    this.#tally.contradict(1);
    if (this.repeated.has(line)) return;
    this.#tally.rejected += 1;
    if (this.repeated.size < REJECTED_KEPT) this.repeated.set(line, first);
  }
}

/** Writes bad rows down as they come, in their own transactions. */
class Rejects {
  readonly #app: App;
  readonly #permit: ImportPermit;
  readonly #batch: ImportBatch;
  #waiting: RejectedRow[] = [];
  #kept = 0;

  constructor(app: App, permit: ImportPermit, batch: ImportBatch) {
    this.#app = app;
    this.#permit = permit;
    this.#batch = batch;
  }

  clear(): Promise<void> {
    return beside(this.#app, this.#permit, (own) => clearRejectedRows(own, this.#batch));
  }

  push({ line, cells }: CsvRecord, problems: readonly Problem[]): void {
    if (this.#kept >= REJECTED_KEPT) return;
    this.#kept += 1;
    this.#waiting.push({ line, cells: cells.map(keep), problems });
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    await this.add(rows);
  }

  async add(rows: readonly RejectedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await beside(this.#app, this.#permit, (own) => addRejectedRows(own, this.#batch, rows));
  }
}

/** The rows that contradict others, read from the file once more: that they do was known only afterwards. */
async function repeatedRows(
  file: CsvFile,
  plan: RowPlan,
  repeated: ReadonlyMap<number, number>,
): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  if (repeated.size === 0) return rows;
  const [figures] = plan.figures;
  const at = figures && figures.value >= 0 ? figures.value : (figures?.numerator ?? -1);
  for await (const { records } of readRecords(file)) {
    for (const { line, cells } of records) {
      const first = repeated.get(line);
      if (first === undefined) continue;
      const mend = first === 0 ? MEND.duplicateBefore : MEND.duplicateOf(first);
      rows.push({
        line,
        cells: cells.map(keep),
        problems: [{ column: plan.header[at] ?? "", value: cells[at] ?? "", mend }],
      });
    }
    if (rows.length === repeated.size) break;
  }
  return rows;
}
