import { createHash } from "node:crypto";
import { neymanAllocation } from "@yui/healthstats";
import type { Sampling } from "../model/survey.schema.ts";

export const SIZE_CLASSES = ["1～4人", "5～9人", "10～29人", "30～49人", "50人以上"] as const;

/** The size class of a count of workers, or of a text that names one. */
export function sizeClassOf(workers: number | null, text: string): string {
  if (workers !== null && workers > 0) {
    const at = [5, 10, 30, 50].findIndex((limit) => workers < limit);
    return SIZE_CLASSES.at(at)!;
  }
  const plain = text.normalize("NFKC").replace(/[~〜∼\-‐–]/g, "～");
  return SIZE_CLASSES.find((one) => one.replace("人", "") === plain.replace(/人$/, "")) ?? text;
}

type Drawn = Readonly<{ id: string; number: number; sizeClass: string; industry: string; town: string }>;
export type StratumKey = "sizeClass" | "industry" | "town";

export const stratumOf = (unit: Drawn, by: readonly StratumKey[]): string =>
  by.map((key) => unit[key] || "不明").join("・") || "全体";

/** The same units in the same order for the same seed, and for another seed in another: nobody chooses. */
export function shuffled<T extends Readonly<{ number: number }>>(units: readonly T[], seed: string): T[] {
  const place = (number: number) => createHash("sha256").update(`${seed}:${number}`).digest("hex");
  return units
    .map((unit) => ({ unit, at: place(unit.number) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ unit }) => unit);
}

export type DrawWish = Readonly<{
  way: Sampling["way"];
  seed: string;
  size: number;
  by: readonly StratumKey[];
  allocation: "proportional" | "neyman" | "hand";
  /** By stratum, where they are said by hand. */
  hand: ReadonlyMap<string, number>;
  /** So many times as many of the two smallest size classes. */
  oversampling: number;
}>;

/** Why a way of drawing would do something else than it says; undefined where it holds. */
export function drawingRefused({ way, allocation, oversampling, by }: DrawWish): string | undefined {
  if (way !== "stratified" || allocation === "hand") return undefined;
  const bySize = allocation === "neyman" || oversampling > 1;
  if (allocation === "neyman" && oversampling > 1)
    return "ネイマン配分と小規模の倍率は、同時に指定できません。どちらかにしてください。";
  if (bySize && !by.includes("sizeClass"))
    return "ネイマン配分・小規模の倍率を使うときは、層の分け方に「規模」を含めてください。";
  return undefined;
}

const SMALL: readonly string[] = SIZE_CLASSES.slice(0, 2);

/** Draws the sample: whom, from which stratum, and how many of how many. */
export function draw(units: readonly Drawn[], wish: DrawWish) {
  const by = wish.way === "stratified" ? wish.by : [];
  const strata = Map.groupBy(units, (unit) => stratumOf(unit, by));
  const names = [...strata.keys()].sort();
  const populations = names.map((name) => strata.get(name)!.length);
  const size = wish.way === "all" ? units.length : Math.min(wish.size, units.length);
  const numbers =
    wish.way === "all"
      ? populations
      : wish.allocation === "hand"
        ? names.map((name, i) => Math.min(populations[i]!, wish.hand.get(name) ?? 0))
        : allocate(names, strata, size, wish);
  const drawn = names.flatMap((name, i) =>
    shuffled(strata.get(name)!, `${wish.seed}:${name}`).slice(0, numbers[i]),
  );
  return {
    drawn: drawn.map(({ id }) => id),
    strata: new Map(names.map((name) => [name, strata.get(name)!.map(({ id }) => id)])),
    sampling: {
      way: wish.way,
      seed: wish.seed,
      size: drawn.length,
      strata: names.map((name, i) => ({ name, population: populations[i]!, drawn: numbers[i]! })),
    } satisfies Sampling,
  };
}

/** All units of a stratum are of one size class where it counts (`drawingRefused`). Over-sampling makes a stratum weigh as if it had more in it. Proportional is Neyman's way with all alike. */
function allocate(
  names: readonly string[],
  strata: ReadonlyMap<string, readonly Drawn[]>,
  size: number,
  { allocation, oversampling }: DrawWish,
): number[] {
  const populations = names.map((name) => strata.get(name)!.length);
  const factor = (name: string) =>
    oversampling > 1 && SMALL.includes(strata.get(name)![0]!.sizeClass) ? oversampling : 1;
  const weights = names.map((name, i) => populations[i]! * factor(name));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const least = Math.min(2, Math.floor(size / names.length));
  if (allocation === "neyman" && oversampling <= 1)
    return neymanAllocation(
      populations.map((population, i) => ({
        population,
        share: shareOf(strata.get(names[i]!)![0]!.sizeClass),
      })),
      size,
      { least },
    );
  const wished = weights.map((one, i) =>
    Math.min(populations[i]!, Math.max(least, Math.floor((size * one) / whole))),
  );
  // What rounding and full strata leave goes to the largest that have room.
  let left = size - wished.reduce((sum, one) => sum + one, 0);
  const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]!);
  while (left > 0) {
    const before = left;
    for (const i of order)
      if (left > 0 && wished[i]! < populations[i]!) {
        wished[i]! += 1;
        left -= 1;
      }
    if (before === left) break;
  }
  return wished;
}

/** What share does something is expected to differ most among the small ones. */
const shareOf = (sizeClass: string): number => (SMALL.includes(sizeClass) ? 0.5 : 0.2);
