import { awaitedLater } from "#platform/kernel/awaited-later.ts";
import type { StagedFigure } from "../../rows/schema.ts";
import type { Blocks } from "../../rows/whole/block.rules.ts";
import { Series } from "../../rows/whole/series.rules.ts";
import type { FigureTaking } from "../rules.ts";
import { addStaged, takeOutStaged } from "../store.server.ts";
import { StagedRows, stage, stagingEnd } from "./store.server.ts";

/** Rows that go to the database together: while it takes one portion, the next is read. */
const PORTION_ROWS = 30_000;
/** The figures of a smaller file are compared where they are, not in the database. */
const SMALL_FILE = 20_000;

/** Staged figures on their way to the database, one portion under way at a time. */
export class Staging {
  staged = 0;
  readonly areas = new Set<string>();
  readonly sexes = new Set<number>();
  readonly ages = new Set<number>();
  /** How many figures there are of each indicator and year. */
  readonly counts = new Map<number, { indicatorNo: number; fiscalYear: number; figures: number }>();
  /** All figures of a small file; undefined of a large one. */
  small: StagedFigure[] | undefined = [];
  readonly has = { numerator: false, denominator: false, value: false };
  readonly blocks: Blocks;
  readonly series = new Series();
  /** Whether all that was staged was put in as new on the way. */
  added: boolean;
  readonly #taking: FigureTaking;
  readonly #portions = [new StagedRows(), new StagedRows()];
  #under: Promise<void> = Promise.resolve();
  #lastArea = "";
  #lastLine = 0;
  #lastBlock = 0;
  #count = { indicatorNo: -1, fiscalYear: -1, figures: 0 };

  constructor(taking: FigureTaking, blocks: Blocks) {
    this.#taking = taking;
    this.blocks = blocks;
    this.added = !taking.looking;
  }

  push(figure: StagedFigure): void {
    this.#portions[0]!.push(figure);
    this.staged += 1;
    if (figure.areaId !== this.#lastArea) this.areas.add(figure.areaId);
    this.#lastArea = figure.areaId;
    this.#add(figure);
    if (figure.numerator !== null) this.has.numerator = true;
    if (figure.denominator !== null) this.has.denominator = true;
    if (figure.value !== null) this.has.value = true;
    this.blocks.push(figure);
    this.series.push(figure);
    this.sexes.add(figure.sex);
    this.ages.add(figure.ageBand);
    if (this.small && this.small.push(figure) > SMALL_FILE) this.small = undefined;
  }

  #add({ indicatorNo, fiscalYear }: StagedFigure): void {
    if (this.#count.indicatorNo !== indicatorNo || this.#count.fiscalYear !== fiscalYear) {
      const key = indicatorNo * 10_000 + fiscalYear;
      this.#count = this.counts.get(key) ?? { indicatorNo, fiscalYear, figures: 0 };
      this.counts.set(key, this.#count);
    }
    this.#count.figures += 1;
  }

  get indicators(): ReadonlySet<number> {
    return new Set([...this.counts.values()].map(({ indicatorNo }) => indicatorNo));
  }

  get years(): ReadonlySet<number> {
    return new Set([...this.counts.values()].map(({ fiscalYear }) => fiscalYear));
  }

  async flush(): Promise<void> {
    if (this.#portions[0]!.size >= PORTION_ROWS) await this.#send();
  }

  async end(): Promise<void> {
    if (this.#portions[0]!.size > 0) await this.#send();
    await this.#under;
    this.blocks.end();
  }

  async #send(): Promise<void> {
    await this.#under;
    const [portion] = this.#portions;
    this.#under = awaitedLater(this.#stage(portion!));
    this.#portions.reverse();
    this.#portions[0]!.clear();
  }

  /** Most files bring what is new: their figures are put in while the next are read, and taken out where they are wrong. */
  async #stage(portion: StagedRows): Promise<void> {
    const { permit, batch } = this.#taking;
    const { lastLine, grouped, size } = portion;
    // A portion may fill pages that the one before it has begun or asked for beforehand.
    const at = { after: this.#lastLine, block: this.#lastBlock, size, grouped };
    if (this.added) this.#lastBlock = await stagingEnd(permit);
    await stage(permit, portion);
    this.#lastLine = lastLine;
    if (!this.added) return;
    this.added = await addStaged(permit, batch.id, batch.choices.published, at);
    if (!this.added && at.after > 0) await takeOutStaged(permit, batch.id, "all");
  }
}
