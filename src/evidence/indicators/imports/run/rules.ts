import type { Taking } from "#platform/tables/table-in.ts";
import type { ImportPermit } from "../../access.ts";
import type { Indicator } from "../../dictionary/schema.ts";
import type { ChangeCount, ChangeExample, Changes, Choices, ColumnMeaning } from "../schema.ts";

/** A file of figures being read. */
export type FigureTaking = Taking<ImportPermit, ColumnMeaning, Choices>;

export const EXAMPLES_SHOWN = 50;

/** What an import does, added up while it runs. */
export class Tally {
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

  counts() {
    const added = sum(this.#added);
    const changed = sum(this.#changed);
    return { added, changed, unchanged: this.staged - added - changed - this.#contradicting };
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
