import type { Indicator } from "../../../dictionary/schema.ts";
import { ALL_AGES } from "../../../observations/schema.ts";
import type { StagedFigure } from "../schema.ts";
import { checkBlock, type FoundInBlocks } from "./rules.ts";

/** An area with more figures in a row than this is compared in the database. */
const LONGEST_RUN = 50_000;
const MOST_BLOCKS = 1_000_000;
const OLDEST = 127;

/**
 * Looks at totals and parts while the rows come by, since files keep the figures of an area together: what is well is
 * told by sums alone. Of a file that scatters its blocks nothing is told, and they are compared in the database.
 */
export class Blocks {
  readonly found: FoundInBlocks = { bad: new Map(), again: new Set(), rest: [] };
  scattered = false;
  readonly #indicators: ReadonlyMap<number, Indicator>;
  readonly #seen = new Set<string>();
  #run: StagedFigure[] = [];

  constructor(indicators: ReadonlyMap<number, Indicator>) {
    this.#indicators = indicators;
  }

  push(figure: StagedFigure): void {
    if (this.scattered) return;
    const [first] = this.#run;
    if (first && first.areaId !== figure.areaId) this.#look();
    if (this.#run.push(figure) > LONGEST_RUN) this.#give();
  }

  end(): void {
    if (!this.scattered) this.#look();
  }

  #give(): void {
    this.scattered = true;
    this.#run = [];
    this.#seen.clear();
  }

  #look(): void {
    const run = this.#run;
    this.#run = [];
    const blocks = new Map<number, StagedFigure[]>();
    for (const figure of run) {
      const key = figure.indicatorNo * 10_000 + figure.fiscalYear;
      const held = blocks.get(key);
      if (held) held.push(figure);
      else blocks.set(key, [figure]);
    }
    for (const [key, rows] of blocks) {
      const name = `${rows[0]!.areaId} ${key}`;
      if (this.#seen.has(name) || this.#seen.size >= MOST_BLOCKS) {
        this.#give();
        return;
      }
      this.#seen.add(name);
      if (!isWell(rows)) checkBlock(rows, this.#indicators, this.found);
    }
  }
}

const placeOf = ({ sourceNo, ageBand, sex }: StagedFigure): number => (sourceNo * 16_384 + ageBand) * 4 + sex;

/** Whether the figures of one area, indicator and year surely say nothing against one another. */
export function isWell(rows: StagedFigure[]): boolean {
  if (rows.length === 1) return true;
  rows.sort((a, b) => placeOf(a) - placeOf(b));
  for (let at = 1; at < rows.length; at++) if (placeOf(rows[at]!) === placeOf(rows[at - 1]!)) return false;
  // Printed values are compared with more care than sums need.
  if (rows.some(({ value }) => value !== null)) return false;
  return areSexesWell(rows) && areAgesWell(rows);
}

/** Of each age the total is what men and women come to; a part without its fellow is looked at closely. */
function areSexesWell(rows: readonly StagedFigure[]): boolean {
  for (let at = 0; at < rows.length; at++) {
    const whole = rows[at]!;
    if (whole.sex !== 0) continue;
    const [one, two] = [rows[at + 1], rows[at + 2]];
    if (!one || one.sex === 0) continue;
    const three = two !== undefined && one.sex === 1 && two.sex === 2 && isSameAge(two, whole);
    if (!three || !isSameAge(one, whole)) return false;
    if (!isSum(whole.numerator, one.numerator, two.numerator)) return false;
    if (!isSum(whole.denominator, one.denominator, two.denominator)) return false;
  }
  return true;
}

const isSameAge = (one: StagedFigure, other: StagedFigure): boolean =>
  one.ageBand === other.ageBand && one.sourceNo === other.sourceNo;

const isSum = (whole: number | null, one: number | null, two: number | null): boolean =>
  whole === null ? one === null && two === null : one !== null && two !== null && one + two === whole;

/** Of each sex the bands lie beside one another and come to no more than all ages, and to as much where none is missing. */
function areAgesWell(rows: readonly StagedFigure[]): boolean {
  const sources = new Set(rows.map(({ sourceNo }) => sourceNo));
  for (const source of sources)
    for (const sex of [0, 1, 2]) {
      const own = rows.filter((row) => row.sex === sex && row.sourceNo === source);
      if (own.length > 1 && !areBandsWell(own)) return false;
    }
  return true;
}

function areBandsWell(rows: readonly StagedFigure[]): boolean {
  let next = 0;
  let gap = false;
  let whole: StagedFigure | undefined;
  let [numerator, denominator] = [0, 0];
  for (const row of rows) {
    if (row.ageBand === ALL_AGES) {
      whole = row;
      continue;
    }
    const [first, last] = [row.ageBand >> 7, row.ageBand & 127];
    if (first < next) return false;
    gap ||= first > next;
    next = last + 1;
    if ((row.numerator === null) !== (rows[0]!.numerator === null)) return false;
    if ((row.denominator === null) !== (rows[0]!.denominator === null)) return false;
    numerator += row.numerator ?? 0;
    denominator += row.denominator ?? 0;
  }
  if (!whole) return true;
  const filled = !gap && next > OLDEST;
  const isWellIn = (total: number | null, sum: number) =>
    total === null ? sum === 0 : filled ? sum === total : sum <= total;
  return isWellIn(whole.numerator, numerator) && isWellIn(whole.denominator, denominator);
}
