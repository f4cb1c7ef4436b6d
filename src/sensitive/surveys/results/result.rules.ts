import { linkedPlaces, stratifiedProportion, surveyProportion, twoProportions } from "@yui/healthstats";
import {
  type Cell,
  type EditionContent,
  type EditionTable,
  linkedAxes,
} from "#evidence/publication/public.ts";
import { BLANK_KEY, type EditionFacts } from "./edition.rules.ts";
import { type TableTest, testRows } from "./table-test.rules.ts";

type Key = string | null;
/** The published cell at a place of a table: everything that is told of it is made of such cells and of nothing else. */
export function cellsOf(table: EditionTable): (at: readonly Key[]) => Cell | null {
  const cells = new Map(
    linkedPlaces(linkedAxes(table)).map(({ at }, i) => [JSON.stringify(at), table.cells[i] ?? null] as const),
  );
  return (at) => cells.get(JSON.stringify(at)) ?? null;
}

const keysOf = ({ axes }: EditionTable, axis: number) =>
  axes[axis]!.categories.map(({ key }) => key).filter((key) => key !== BLANK_KEY);

/** How many of a group answered: all of it without who gave no answer. Undefined where that can't be told. */
export function baseOf(table: EditionTable, group: readonly Key[]): number | undefined {
  const cell = cellsOf(table);
  const [all, blank] = [cell([...group, null]), cell([...group, BLANK_KEY])];
  if (typeof all === "number" && typeof blank === "number") return all - blank;
  if (table.axes.at(-1)!.overlapping) return undefined;
  const parts = keysOf(table, table.axes.length - 1).map((key) => cell([...group, key]));
  return parts.every((one) => typeof one === "number") ? parts.reduce((sum, one) => sum + one, 0) : undefined;
}

export type Share = Readonly<{
  events: number;
  base: number;
  value: number;
  lower: number | null;
  upper: number | null;
}>;

/** The share of a group with one of these choices; undefined where a cell of it is hidden, or who else answered would be few. */
export function shareOf(
  table: EditionTable,
  group: readonly Key[],
  choices: readonly string[],
  facts: EditionFacts,
): Share | undefined {
  const cell = cellsOf(table);
  const parts = choices.map((key) => cell([...group, key]));
  const base = baseOf(table, group);
  if (base === undefined || base === 0 || !parts.every((one) => typeof one === "number")) return undefined;
  const events = parts.reduce((sum, one) => sum + one, 0);
  if (events > base || (base - events > 0 && base - events < LEAST)) return undefined;
  const effects = facts.effects[table.axes.at(-1)!.name];
  const effect =
    effects === undefined
      ? 1
      : choices.reduce<number | null>((most, one) => {
          const own = effects[one] ?? null;
          return most === null || own === null ? null : Math.max(most, own);
        }, 1);
  if (effect === null) return { events, base, value: events / base, lower: null, upper: null };
  const whole = group.every((one) => one === null);
  const limits = surveyProportion(events, base, {
    designEffect: effect,
    // Of a group it is not known how many there are; of all it is.
    ...(whole && facts.population !== null && facts.population >= base
      ? { population: facts.population }
      : {}),
  });
  return { events, base, value: limits.value, lower: limits.lower, upper: limits.upper };
}
const LEAST = 10;

/** Whether the groups of a table differ; over ordered groups, whether a share rises or falls. */
export function testOf(table: EditionTable, ordered: boolean): TableTest | undefined {
  if (table.axes.length !== 2 || table.axes.at(-1)!.overlapping) return undefined;
  const cell = cellsOf(table);
  const [groups, choices] = [keysOf(table, 0), keysOf(table, 1)];
  const rows = groups.map((group) => choices.map((choice) => cell([group, choice])));
  return rows.flat().every((one) => typeof one === "number")
    ? testRows(rows as number[][], ordered)
    : undefined;
}

/** A share put in order by strata, from the published table of strata; undefined where one of its cells is hidden. */
export function weightedShare(
  content: EditionContent,
  variable: string,
  choices: readonly string[],
  strata: EditionFacts["strata"],
): Readonly<{ value: number; lower: number; upper: number }> | undefined {
  const table = content.tables.find(({ key }) => key === `${variable}--weights`);
  if (!table || strata.length === 0) return undefined;
  const parts = strata.map(({ population }, at) => {
    const group = [`s${at + 1}`];
    const cells = choices.map((key) => cellsOf(table)([...group, key]));
    const total = baseOf(table, group);
    if (total === undefined || !cells.every((one) => typeof one === "number")) return undefined;
    return { population, total, events: cells.reduce((sum, one) => sum + one, 0) };
  });
  if (parts.some((one) => one === undefined || one.total > one.population)) return undefined;
  return stratifiedProportion(parts as NonNullable<(typeof parts)[number]>[]) ?? undefined;
}

/** What a share is of: a question, some of its choices, and of whom. The same in two waves, they may be compared. */
export type Definition = Readonly<{
  question: string;
  choices: readonly string[];
  group: readonly (readonly [variable: string, category: string])[];
}>;

/** The table that tells a definition, with the group in the order of its axes. */
export function tableFor(content: EditionContent, { question, choices, group }: Definition) {
  for (const table of content.tables) {
    if (table.key.endsWith("--weights") || table.axes.at(-1)!.name !== question) continue;
    const by = table.axes.slice(0, -1);
    if (by.length !== group.length) continue;
    const at = by.map(({ name, categories }) => {
      const own = group.find(([variable]) => variable === name)?.[1];
      return own !== undefined && categories.some(({ key }) => key === own) ? own : undefined;
    });
    if (at.some((one) => one === undefined)) continue;
    const known = table.axes.at(-1)!.categories.map(({ key }) => key);
    if (choices.every((one) => known.includes(one))) return { table, at: at as string[] };
  }
  return undefined;
}

export type WaveChange =
  | Readonly<{ kind: "change"; before: Share; now: Share; p: number | null }>
  | Readonly<{ kind: "not-comparable"; why: string }>;

const OTHER_WORDING = "前回とは質問または選択肢が変わっているため、比較しません。";
const HIDDEN = "秘匿された欄があるため、比較できません。";

/** A share beside that of the wave before: by the same question, choices and group, and by nothing else. */
export function waveChange(
  definition: Definition,
  now: Readonly<{ content: EditionContent; facts: EditionFacts }>,
  before: Readonly<{ content: EditionContent; facts: EditionFacts }>,
): WaveChange {
  const [own, old] = [tableFor(now.content, definition), tableFor(before.content, definition)];
  if (!own || !old) return { kind: "not-comparable", why: OTHER_WORDING };
  const choicesOf = ({ table }: NonNullable<typeof own>) =>
    table.axes
      .at(-1)!
      .categories.map(({ key }) => key)
      .join();
  if (choicesOf(own) !== choicesOf(old)) return { kind: "not-comparable", why: OTHER_WORDING };
  const [share, earlier] = [
    shareOf(own.table, own.at, definition.choices, now.facts),
    shareOf(old.table, old.at, definition.choices, before.facts),
  ];
  if (!share || !earlier) return { kind: "not-comparable", why: HIDDEN };
  const counted = ({ events, base }: Share) => ({ events, total: base });
  return {
    kind: "change",
    before: earlier,
    now: share,
    p: twoProportions(counted(share), counted(earlier)).p,
  };
}
