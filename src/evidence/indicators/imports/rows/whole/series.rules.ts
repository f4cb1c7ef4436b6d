import type { StagedFigure } from "../schema.ts";
import { FAR_LEAST, FAR_TIMES } from "./rules.ts";

const MOST_SERIES = 500_000;
/** The least and the greatest numerator, denominator and value. */
const BOUNDS = 6;
const PARTS = 2 ** 16;

/**
 * Looks at the years of every series while the rows come by, at their least and greatest alone: where nothing of a file
 * lies far off, as in most files, its years need not be compared in the database.
 */
export class Series {
  /** Whether the years of a series may lie far apart, or there are more series than are remembered. */
  mayJump = false;
  readonly #places = new Map<string, Map<number, number>>();
  #bounds = new Float64Array(1024 * BOUNDS);
  #size = 0;
  #area = "";
  #indicator = -1;
  #source = -1;
  #parts = new Map<number, number>();

  push(figure: StagedFigure): void {
    if (this.mayJump) return;
    const at = this.#placeOf(figure);
    const numerator = this.#isFar(at, figure.numerator, FAR_LEAST);
    const denominator = this.#isFar(at + 2, figure.denominator, FAR_LEAST);
    const value = this.#isFar(at + 4, figure.value, 1);
    if (numerator || denominator || value || this.#size > MOST_SERIES) this.#give();
  }

  #give(): void {
    this.mayJump = true;
    this.#places.clear();
    this.#parts.clear();
    this.#bounds = new Float64Array(0);
  }

  #placeOf({ areaId, indicatorNo, sourceNo, sex, ageBand }: StagedFigure): number {
    if (areaId !== this.#area || indicatorNo !== this.#indicator || sourceNo !== this.#source)
      this.#enter(areaId, indicatorNo, sourceNo);
    const part = sex * PARTS + ageBand;
    let place = this.#parts.get(part);
    if (place === undefined) {
      place = this.#size * BOUNDS;
      this.#size += 1;
      this.#parts.set(part, place);
      this.#open(place);
    }
    return place;
  }

  #enter(area: string, indicator: number, source: number): void {
    this.#area = area;
    this.#indicator = indicator;
    this.#source = source;
    const key = `${area} ${indicator} ${source}`;
    const held = this.#places.get(key);
    this.#parts = held ?? new Map();
    if (!held) this.#places.set(key, this.#parts);
  }

  #open(place: number): void {
    if (place >= this.#bounds.length) {
      const larger = new Float64Array(this.#bounds.length * 2);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
    for (let at = place; at < place + BOUNDS; at += 2) {
      this.#bounds[at] = Number.POSITIVE_INFINITY;
      this.#bounds[at + 1] = Number.NEGATIVE_INFINITY;
    }
  }

  /** Takes a number of another year in; whether it and those before lie far apart, or on both sides of nought. */
  #isFar(at: number, number: number | null, smallest: number): boolean {
    if (number === null) return false;
    const bounds = this.#bounds;
    if (number < bounds[at]!) bounds[at] = number;
    if (number > bounds[at + 1]!) bounds[at + 1] = number;
    const [least, most] = [bounds[at]!, bounds[at + 1]!];
    if (least === most) return false;
    return (most >= smallest && most >= FAR_TIMES * least) || (least < 0 && most > 0);
  }
}
