import type { Indicator } from "../../dictionary/schema.ts";
import type { ChangeCount, ChangeExample, Changes, Counts } from "../schema.ts";

export const EXAMPLES_SHOWN = 50;
/** Of one file, in which every row is bad, this many are kept to be mended. */
export const REJECTED_KEPT = 100_000;

/** What an import does, added up while it runs. */
export class Tally {
  read = 0;
  rejected = 0;
  staged = 0;
  readonly areas = new Set<string>();
  readonly examples: (Omit<ChangeExample, "indicator"> & { indicatorNo: number })[] = [];
  readonly #added = new Map<number, number>();
  readonly #changed = new Map<number, number>();
  #contradicting = 0;

  add(indicatorNo: number, fiscalYear: number, figures: number): void {
    bump(this.#added, indicatorNo * 10_000 + fiscalYear, figures);
  }

  change(indicatorNo: number, fiscalYear: number, figures: number): void {
    bump(this.#changed, indicatorNo * 10_000 + fiscalYear, figures);
  }

  contradict(figures: number): void {
    this.#contradicting += figures;
  }

  counts(): Counts {
    const added = sum(this.#added);
    const changed = sum(this.#changed);
    return {
      read: this.read,
      added,
      changed,
      unchanged: this.staged - added - changed - this.#contradicting,
      rejected: this.rejected,
    };
  }

  indicators(): number[] {
    return [
      ...new Set([...this.#added.keys(), ...this.#changed.keys()].map((key) => Math.floor(key / 10_000))),
    ];
  }

  changes(indicators: readonly Indicator[]): Changes {
    const codes = new Map(indicators.map(({ no, code }) => [no, code]));
    const keys = [...new Set([...this.#added.keys(), ...this.#changed.keys()])].sort((a, b) => a - b);
    const counts: ChangeCount[] = keys.map((key) => ({
      indicator: codes.get(Math.floor(key / 10_000))!,
      fiscalYear: key % 10_000,
      added: this.#added.get(key) ?? 0,
      changed: this.#changed.get(key) ?? 0,
    }));
    return {
      counts,
      examples: this.examples.map(({ indicatorNo, ...rest }) => ({
        ...rest,
        indicator: codes.get(indicatorNo)!,
      })),
    };
  }
}

const bump = (map: Map<number, number>, key: number, by: number) =>
  void map.set(key, (map.get(key) ?? 0) + by);
const sum = (map: ReadonlyMap<number, number>) => [...map.values()].reduce((total, one) => total + one, 0);
