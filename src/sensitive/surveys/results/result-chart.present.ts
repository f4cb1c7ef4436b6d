import type { EditionTable } from "#evidence/publication/public.ts";
import { barChart } from "#ui/charts/bar-chart.ts";
import { BLANK_KEY, type EditionFacts } from "./edition.rules.ts";
import { shareOf } from "./result.rules.ts";

type Drawn = Readonly<{ title: string; wide: string; narrow: string }>;
const MOST_BARS = 12;
const figure = (share: number) => share.toFixed(1);

/** Shares as bars: of a question its choices, of groups their share of the first choice. Hidden ones are a dash. */
export function chartOf(table: EditionTable, facts: EditionFacts): Drawn | undefined {
  if (table.axes.length > 2) return undefined;
  const shown = ({ categories }: EditionTable["axes"][number]) =>
    categories.filter(({ key }) => key !== BLANK_KEY);
  const [first, second] = table.axes;
  const chosen = second && shown(second)[0];
  const bars = shown(first!).map(({ key, label }) => {
    const share = chosen ? shareOf(table, [key], [chosen.key], facts) : shareOf(table, [], [key], facts);
    return { x: label, y: share ? share.value * 100 : null };
  });
  if (bars.length > MOST_BARS || bars.every(({ y }) => y === null)) return undefined;
  const title = chosen ? `${table.title}：「${chosen.label}」の割合` : table.title;
  const draw = (kind: string, width: number, short: (text: string) => string) =>
    barChart({
      ...{ id: `${table.key}-${kind}`, title, unit: "％", figure, width },
      description: bars.map(({ x, y }) => `${x} ${y === null ? "秘匿" : `${figure(y)}％`}`).join("、"),
      bars: bars.map(({ x, y }) => ({ x: short(x), y })),
    });
  const cut = (most: number) => {
    const texts = new Set(bars.map(({ x }) => x.slice(0, most)));
    // Bars are named by their texts: where two would be alike, the number of the choice stands instead.
    return (text: string) =>
      texts.size === bars.length ? text.slice(0, most) : String(bars.findIndex(({ x }) => x === text) + 1);
  };
  return { title, wide: draw("wide", 640, cut(10)), narrow: draw("narrow", 340, cut(5)) };
}
