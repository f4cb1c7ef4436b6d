import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { JUDGEMENT_SETS } from "#sensitive/checkups/public.ts";
import { lineCharts } from "#ui/charts/line-chart.ts";
import type { Checkup } from "../model/entry.schema.ts";
import { FASTING_WORDS, KIND_WORDS, SHEET_SECTIONS, sourcesInWords } from "./checkup.messages.ts";
import {
  changeOf,
  figureOf,
  itemOf,
  meaningOf,
  readRange,
  SHEET_ITEMS,
  stretchesOf,
} from "./checkup.rules.ts";
import { ITEM_WORDS } from "./checkup-item.messages.ts";
import { REFERENCE_SET, referenceOf } from "./reference-value.rules.ts";

const NO_SET = "区分の版は不明";
const setName = (key: string) => JUDGEMENT_SETS.find((set) => set.key === key)?.name ?? NO_SET;

/** The items of the form by the parts of a result sheet. */
export const sheetSections = () =>
  SHEET_SECTIONS.map(({ title, from }, at) => {
    const start = SHEET_ITEMS.findIndex(({ key }) => key === from);
    const end = SHEET_ITEMS.findIndex(({ key }) => key === SHEET_SECTIONS[at + 1]?.from);
    const items = SHEET_ITEMS.slice(start, end < 0 ? undefined : end);
    return { title, items: items.map(({ key, label, unit }) => ({ key, label, unit })) };
  });

const signed = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "±0");

/** A letter with what it means where it was printed: the same letter means something else elsewhere. */
const judgement = (set: string, letter: string) => {
  if (letter === "") return "";
  const meaning = meaningOf(set, letter)?.meaning;
  return meaning && meaning !== letter ? `${letter}（${meaning}）` : letter;
};

type YearsRow = Readonly<{
  key: string;
  label: string;
  unit: string;
  cells: readonly Readonly<{ value: string; judgement: string; range: string }>[];
  change: string;
}>;

/** One row an item, one column a checkup, the newest first; of items only those with a value. */
export function presentYears(newest: readonly Checkup[], most = Number.POSITIVE_INFINITY) {
  const shown = newest.slice(0, most);
  const rows = SHEET_ITEMS.filter(({ key }) => shown.some(({ values }) => values[key])).map(
    (item): YearsRow => {
      const change = changeOf(item, shown[0]?.values[item.key], shown[1]?.values[item.key]);
      return {
        ...{ key: item.key, label: item.label, unit: item.unit },
        cells: shown.map(({ set, values }) => ({
          value: values[item.key]?.raw ?? "",
          judgement: judgement(set, values[item.key]?.letter ?? ""),
          range: values[item.key]?.range ?? "",
        })),
        change: change === undefined ? "" : signed(change),
      };
    },
  );
  return { heads: shown.map(presentHead), rows, more: newest.length - shown.length };
}

const presentHead = ({ id, day, kind, institution, fasting, set, overall, sources }: Checkup) => ({
  ...{
    id,
    institution,
    sources: sourcesInWords(sources),
    day: showDateJa(day as PlainDate),
    kind: KIND_WORDS[kind],
  },
  ...{ fasting: FASTING_WORDS[fasting], set: setName(set), overall: judgement(set, overall) },
});

/** One item over the years: the line, broken where the letters change, and what each sheet said, with its own range. */
export function presentItem(newest: readonly Checkup[], key: string) {
  const item = itemOf(key);
  if (!item) return undefined;
  const having = newest.filter(({ values }) => values[key]);
  const stretches = stretchesOf(having.toReversed());
  const lines = stretches.map((stretch, i) => ({
    label: setName(stretch[0]!.set),
    main: i === stretches.length - 1,
    points: stretch.flatMap(({ day, values }) => {
      const y = figureOf(item, values[key]);
      const range = readRange(values[key]?.range ?? "");
      return y === undefined ? [] : [{ x: yearOf(day), y, lower: range?.low, upper: range?.high }];
    }),
  }));
  const drawn = lines.filter(({ points }) => points.length > 0);
  const chart =
    drawn.reduce((sum, { points }) => sum + points.length, 0) < 2
      ? undefined
      : lineCharts({
          id: "item-years",
          title: `${item.label}の変化`,
          description: having
            .map(({ day, values }) => `${showDateJa(day as PlainDate)} ${values[key]!.raw}`)
            .join("、"),
          lines: drawn,
          unit: item.unit,
          tick: (x) => `${Math.floor(x)}年`,
          figure: (y) => String(y),
        });
  return {
    ...{ label: item.label, unit: item.unit, about: ITEM_WORDS[key], chart },
    reference: referenceOf(key) && `${REFERENCE_SET}：${referenceOf(key)}`,
    sets: [...new Set(having.map(({ set }) => setName(set)))],
    rows: having.map(({ id, day, set, values, sources }) => ({
      ...{ id, day: showDateJa(day as PlainDate), value: values[key]!.raw, range: values[key]!.range },
      ...{
        judgement: judgement(set, values[key]!.letter),
        set: setName(set),
        source: sourcesInWords(sources),
      },
    })),
  };
}

/** The day of which `yearOf` made a figure. */
export function dayOfYear(x: number): { year: number; month: number; day: number } {
  const days = Math.round((x - Math.floor(x)) * 372);
  return { year: Math.floor(x), month: Math.floor(days / 31) + 1, day: (days % 31) + 1 };
}

/** A day as a year with its part, so that two checkups of one year stand apart. */
export const yearOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return year + (month - 1 + (date - 1) / 31) / 12;
};
