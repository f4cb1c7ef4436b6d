import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { findingsOf, itemAt, judgedValues } from "../model/checkup-indicator.rules.ts";
import { CHECKUP_INDICATORS, MEASURED, measureKey } from "../model/checkup-indicator.schema.ts";
import type { ReadRecord } from "../records/record-row.rules.ts";

/** What is counted together. */
export type CellOf = Readonly<{
  municipality: string;
  fiscalYear: number;
  sex: number;
  ageBand: number;
  size: number;
  industry: string;
  kind: string;
}>;
export type CubeCount = Readonly<{
  indicator: string;
  examined: number;
  found: number;
  /** Of measured values in tenths. */
  sum: number;
  sumSquares: number;
}>;

const INDICATORS = CHECKUP_INDICATORS.length;
const MEASURES = MEASURED.length;
const MEASURE_AT = MEASURED.map(itemAt);
const [SBP, FPG, TG, HBA1C, BMI] = ["sbp", "fpg", "tg_fasting", "hba1c", "bmi"].map((key) =>
  MEASURED.indexOf(key as (typeof MEASURED)[number]),
) as [number, number, number, number, number];
const DBP = MEASURED.indexOf("dbp");
const YOUNGEST_BAND = 15;
const OLDEST_BAND = 95;

/** Five-year bands by the age at the end of the fiscal year. */
export const bandOf = (age: number): number =>
  Math.min(OLDEST_BAND, Math.max(YOUNGEST_BAND, Math.floor(age / 5) * 5));

class Cell {
  readonly examined = new Int32Array(INDICATORS + MEASURES);
  readonly found = new Int32Array(INDICATORS);
  readonly sums = new Float64Array(MEASURES);
  readonly squares = new Float64Array(MEASURES);
  readonly of: CellOf;
  constructor(of: CellOf) {
    this.of = of;
  }
}

/** Counts of records, grown by each one: memory depends on how many cells there are, not on how many records. */
export class Tally {
  readonly #cells = new Map<string, Cell>();
  readonly #numbers = new Float64Array(CHECKUP_ITEMS.length);

  /** Adds a record, or takes it out again with -1. */
  add(record: ReadRecord, sign: 1 | -1 = 1): void {
    const cell = this.#cellOf(record);
    const found = findingsOf({ ...record, ageAtEnd: record.ageAtEnd }, record.values);
    for (let i = 0; i < INDICATORS; i++) {
      const truth = found[i]!;
      if (truth < 0) continue;
      cell.examined[i]! += sign;
      if (truth === 1) cell.found[i]! += sign;
    }
    this.#measure(cell, record, sign);
  }

  #cellOf({ municipality, fiscalYear, sex, ageAtEnd, size, industry, kind }: ReadRecord): Cell {
    const ageBand = bandOf(ageAtEnd);
    const key = `${municipality}|${fiscalYear}|${sex}|${ageBand}|${size}|${kind}|${industry}`;
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = new Cell({ municipality, fiscalYear, sex, ageBand, size, industry, kind });
      this.#cells.set(key, cell);
    }
    return cell;
  }

  /** Sums of what was measured as a number: a bound is none. */
  #measure(cell: Cell, record: ReadRecord, sign: 1 | -1): void {
    const numbers = this.#numbers.fill(Number.NaN);
    record.values.forEach((value, at) => {
      if (value?.mark === "=") numbers[at] = value.number;
    });
    const judged = judgedValues(record, numbers);
    for (let m = 0; m < MEASURES; m++) {
      let value = numbers[MEASURE_AT[m]!]!;
      if (m === SBP) value = judged.sbp;
      else if (m === DBP) value = judged.dbp;
      else if (m === FPG) value = judged.fpg;
      else if (m === TG) value = judged.tgFasting;
      else if (m === HBA1C) value = judged.hba1c;
      else if (m === BMI) value = judged.bmi;
      if (Number.isNaN(value)) continue;
      const tenths = Math.round(value * 10);
      cell.examined[INDICATORS + m]! += sign;
      cell.sums[m]! += sign * tenths;
      cell.squares[m]! += sign * tenths * tenths;
    }
  }

  get size(): number {
    return this.#cells.size;
  }

  /** Every count that is not nothing. */
  *counts(): Generator<CellOf & CubeCount> {
    for (const { of, examined, found, sums, squares } of this.#cells.values()) {
      for (let i = 0; i < INDICATORS; i++)
        if (examined[i] !== 0 || found[i] !== 0)
          yield {
            ...of,
            indicator: CHECKUP_INDICATORS[i]!.key,
            ...{ examined: examined[i]!, found: found[i]!, sum: 0, sumSquares: 0 },
          };
      for (let m = 0; m < MEASURES; m++)
        if (examined[INDICATORS + m] !== 0 || sums[m] !== 0)
          yield {
            ...of,
            indicator: measureKey(MEASURED[m]!),
            ...{ examined: examined[INDICATORS + m]!, found: 0, sum: sums[m]!, sumSquares: squares[m]! },
          };
    }
  }
}
