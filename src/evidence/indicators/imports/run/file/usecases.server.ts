import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { Problem } from "#platform/tables/import.ts";
import { REJECTED_KEPT } from "#platform/tables/run.ts";
import type { RowTaker } from "#platform/tables/table-in.ts";
import { selectDictionary } from "../../../dictionary/store.server.ts";
import { partsOf } from "../../columns/rules.ts";
import { MEND } from "../../rows/messages.ts";
import { planRows, type RowPlan } from "../../rows/plan/rules.ts";
import { readRow, wordsOf } from "../../rows/rules.ts";
import type { StagedFigure } from "../../rows/schema.ts";
import { noteTouched } from "../../withdrawal/store.server.ts";
import { AreaFinder } from "../areas/usecases.server.ts";
import { EXAMPLES_SHOWN, type FigureTaking, Tally } from "../rules.ts";
import { createStaging, StagedRows, stage } from "../staging/store.server.ts";
import * as staged from "../store.server.ts";

/** Rows that go to the database together: as many as its memory for temporary tables holds (temp_buffers, 8 MB). */
const PORTION_ROWS = 60_000;
/** The first are few, so that the database need not wait for its work. */
const FIRST_PORTION_ROWS = 8_000;

/**
 * Puts every good row of a file in its place, in the transaction of the permit. While the database works on one
 * portion, the next is read.
 */
export async function takeFigures(taking: FigureTaking): Promise<RowTaker> {
  const { app, permit, batch, looking } = taking;
  const dictionary = await selectDictionary(permit);
  const finder = new AreaFinder(taking);
  const { choices, header, mapping } = batch;
  const area = choices.area ? await finder.one(choices.area) : undefined;
  const thisYear = fiscalYearOf(app.clock.today());
  const plans: RowPlan[] = [];
  for (const part of partsOf(mapping!)) {
    const chosen = part.fiscalYear === undefined ? choices : { ...choices, fiscalYear: part.fiscalYear };
    const where = part.area === undefined ? area : await finder.one(part.area);
    plans.push(planRows(header!, part.mapping, chosen, where, dictionary, thisYear));
  }
  const within = plans.filter(isWithin);
  if (within.length > 0) plans.splice(0, plans.length, ...within);
  const plan = plans[0]!;
  const tally = new Tally();
  const words = wordsOf(plan);
  const read = plans.length === 1 ? readRow : readParts(plans);
  const writer = new Writer(taking, tally);
  await createStaging(permit);

  let portion = writer.portion();
  let lastArea = "";
  let enough = FIRST_PORTION_ROWS;
  return {
    learn: (records) => finder.learn(records, plan.column.area),
    take(record) {
      const row = read(plan, record, finder.found, words);
      if (row.problems) return row.problems;
      for (const figure of row.figures) {
        portion.push(figure);
        if (figure.areaId !== lastArea) tally.areas.add(figure.areaId);
        lastArea = figure.areaId;
      }
      return undefined;
    },
    async flush() {
      if (portion.size < enough) return;
      await writer.write(portion);
      portion = writer.portion();
      enough = PORTION_ROWS;
    },
    async end() {
      await writer.write(portion);
      await writer.done();
      if (!looking)
        await noteTouched(permit, batch.id, { areas: [...tally.areas], indicators: tally.indicators() });
      return {
        ...tally.counts(),
        changes: tally.changes(dictionary.indicators),
        late: { count: writer.contradicting, problems: contradictions(plan, writer.repeated) },
      };
    },
  };
}

/** Columns of a year before our time, or of an area out of reach, are no fault of a row. */
const isWithin = ({ chosen: { fiscalYear: year, area }, years }: RowPlan): boolean =>
  area?.reached !== false && (year === undefined || (year >= years.first && year <= years.last));

/** Reads a row once for each year and area that columns name; a part without a figure is none of its faults. */
const readParts =
  (plans: readonly RowPlan[]): typeof readRow =>
  (_plan, record, areas, words) => {
    const figures: StagedFigure[] = [];
    const problems = new Map<string, Problem>();
    let empty = 0;
    for (const plan of plans) {
      const row = readRow(plan, record, areas, words);
      if (!row.problems) {
        figures.push(...row.figures);
        continue;
      }
      if (row.problems.length === 1 && row.problems[0]!.mend === MEND.noFigure) empty += 1;
      else for (const problem of row.problems) problems.set(JSON.stringify(problem), problem);
      if (empty === plans.length) return row;
    }
    const found = [...problems.values()].filter(({ mend }) => mend !== MEND.noFigure);
    return found.length > 0 ? { problems: found } : { figures };
  };

/** Hands portions to the database, one under way at a time. */
class Writer {
  /** Lines that contradict an earlier one; 0 where that one was too far away to be named. */
  readonly repeated = new Map<number, number>();
  contradicting = 0;
  readonly #taking: FigureTaking;
  readonly #tally: Tally;
  readonly #portions = [new StagedRows(), new StagedRows()];
  #under: Promise<void> = Promise.resolve();
  /** Until a figure turns out to stand already, portions are simply added, which is much faster. */
  #allNew = true;

  constructor(taking: FigureTaking, tally: Tally) {
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
    const { permit, batch, looking, app } = this.#taking;
    const tally = this.#tally;
    const { published } = batch.choices;
    await stage(permit, portion);
    tally.staged += portion.size;
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
    if (!looking) await staged.mergeCompared(permit, batch.id, published, app.clock.now());
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
    this.contradicting += 1;
    if (this.repeated.size < REJECTED_KEPT) this.repeated.set(line, first);
  }
}

/** What is wrong with the lines that contradict others. */
function contradictions(plan: RowPlan, repeated: ReadonlyMap<number, number>) {
  const [figures] = plan.figures;
  const at = figures && figures.value >= 0 ? figures.value : (figures?.numerator ?? -1);
  return new Map(
    [...repeated].map(([line, first]) => {
      const mend = first === 0 ? MEND.duplicateBefore : MEND.duplicateOf(first);
      const problemOf = (cells: readonly string[]): Problem => ({
        column: plan.header[at] ?? "",
        value: cells[at] ?? "",
        mend,
      });
      return [line, problemOf] as const;
    }),
  );
}
