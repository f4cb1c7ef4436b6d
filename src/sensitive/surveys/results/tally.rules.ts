import type { CountedProportion } from "@yui/healthstats";
import type { Variable } from "../model/questionnaire.rules.ts";
import { asBits, asNumbers, asPlaces, BLANK, FIRST_CHOICE, NOT_ASKED, shapeOf } from "./column.rules.ts";

/** What became of a question: shown = answered + blank. A share is of those who answered. */
export type FourCounts = Readonly<{ shown: number; answered: number; blank: number; notShown: number }>;

export function fourCounts(variable: Variable, data: Uint8Array): FourCounts {
  let [blank, notShown, all] = [0, 0, 0];
  const count = <T>(codes: Iterable<T>, isOut: (one: T) => boolean, isBlank: (one: T) => boolean) => {
    for (const code of codes) {
      all += 1;
      if (isOut(code)) notShown += 1;
      else if (isBlank(code)) blank += 1;
    }
  };
  const shape = shapeOf(variable.question);
  if (shape === "one")
    count(
      data,
      (one) => one === NOT_ASKED,
      (one) => one === BLANK,
    );
  else if (shape === "many")
    count(
      asBits(data),
      (one) => one === 1,
      (one) => one === 2,
    );
  else
    count(
      asNumbers(data),
      (one) => one === -Infinity,
      (one) => one === Infinity,
    );
  return { shown: all - notShown, answered: all - notShown - blank, blank, notShown };
}

const LEAST_NUMBERS = 10;
/** Mean and median of the numbers that were given; undefined of fewer than ten. */
export function numberFigures({ question }: Variable, data: Uint8Array) {
  if (shapeOf(question) !== "number") return undefined;
  const given = asNumbers(data).filter(Number.isFinite).sort();
  const count = given.length;
  if (count < LEAST_NUMBERS) return undefined;
  const rounded = (value: number) => Number(value.toFixed((question.decimals ?? 0) + 1));
  const median = (given[(count - 1) >> 1]! + given[count >> 1]!) / 2;
  return {
    count,
    mean: rounded(given.reduce((sum, one) => sum + one, 0) / count),
    median: rounded(median),
  };
}

/** An axis of a table: a variable with the codes of each person. `of` are the places of its choices that are shown. */
export type TallyAxis = Readonly<{ variable: Variable; data: Uint8Array }>;

/** How many categories an axis has: its choices, and one for blank and not asked together. */
export const sizeOf = ({ variable }: TallyAxis): number =>
  variable.question.choices.length + (shapeOf(variable.question) === "many" ? 2 : 1);

/**
 * Counts of a table in row-major order. Each axis has its choices in their order and then who gave no answer; one with
 * several choices a person has, last, everybody.
 */
export function crossTable(axes: readonly TallyAxis[]): number[] {
  const sizes = axes.map(sizeOf);
  const counts = new Float64Array(sizes.reduce((product, size) => product * size, 1));
  const many = axes.findIndex(({ variable }) => shapeOf(variable.question) === "many");
  const steps = sizes.map((_, d) => sizes.slice(d + 1).reduce((product, size) => product * size, 1));
  const rows = axes[0]!.data.length / (many === 0 ? 4 : 1);
  // Where each code of a single choice leads: one look for each person and axis.
  const paths = axes.map(({ variable }, d) => {
    const choices = variable.question.choices.length;
    return Float64Array.from(
      { length: 256 },
      (_, code) =>
        (code < FIRST_CHOICE || code - FIRST_CHOICE >= choices ? choices : code - FIRST_CHOICE) * steps[d]!,
    );
  });
  const single = axes.map((axis, d) => ({ data: axis.data, path: paths[d]! })).filter((_, d) => d !== many);
  const bits = many < 0 ? undefined : asBits(axes[many]!.data);
  const choices = many < 0 ? 0 : axes[many]!.variable.question.choices.length;
  const [first, second] = single;
  for (let i = 0; i < rows; i++) {
    let place = 0;
    if (first) place += first.path[first.data[i]!]!;
    if (second) place += second.path[second.data[i]!]!;
    for (let d = 2; d < single.length; d++) place += single[d]!.path[single[d]!.data[i]!]!;
    if (!bits) {
      counts[place]! += 1;
      continue;
    }
    const step = steps[many]!;
    const chosen = bits[i]!;
    if (chosen === 1 || chosen === 2) counts[place + choices * step]! += 1;
    else
      for (let k = 0; k < choices; k++)
        if (chosen & (1 << (FIRST_CHOICE + k))) counts[place + k * step]! += 1;
    counts[place + (choices + 1) * step]! += 1;
  }
  return [...counts];
}

/** Of each choice, those who took it and those who answered, cluster by cluster: counted in one pass. */
export function byCluster({ variable, data }: TallyAxis, clusters: Uint8Array): CountedProportion[][] {
  const { question } = variable;
  const choices = question.choices.length;
  const many = shapeOf(question) === "many";
  const codes = many ? asBits(data) : data;
  const places = asPlaces(clusters);
  const most = places.reduce((found, one) => Math.max(found, one), -1) + 1;
  const totals = new Int32Array(most);
  const events = new Int32Array(most * choices);
  for (let i = 0; i < places.length; i++) {
    const [code, cluster] = [codes[i]!, places[i]!];
    if (many ? code <= 2 : code < FIRST_CHOICE) continue;
    totals[cluster]! += 1;
    if (!many) events[cluster * choices + code - FIRST_CHOICE]! += 1;
    else
      for (let k = 0; k < choices; k++)
        if (code & (1 << (FIRST_CHOICE + k))) events[cluster * choices + k]! += 1;
  }
  const answered = [...totals.keys()].filter((cluster) => totals[cluster]! > 0);
  return question.choices.map((_, k) =>
    answered.map((cluster) => ({ events: events[cluster * choices + k]!, total: totals[cluster]! })),
  );
}
