import { type Cell, cellText, type EditionContent, type EditionTable } from "#evidence/publication/public.ts";
import { BLANK_KEY, type EditionFacts } from "./edition.rules.ts";
import { baseOf, cellsOf, shareOf, testOf, weightedShare } from "./result.rules.ts";
import type { PClass } from "./table-test.rules.ts";

const percent = (value: number) => `${(value * 100).toFixed(1)}`;
const showP = (p: number) => (p < 0.001 ? "0.001未満" : p.toFixed(3));
const showClass = (p: PClass) => (p === "not-significant" ? "0.05以上" : `${p}未満`);
const testWords = (name: string, p: string, trend: string | null) =>
  [
    `${name === "fisher" ? "フィッシャーの正確確率検定" : "カイ二乗検定"} p=${p}`,
    ...(trend === null ? [] : [`傾向検定 p=${trend}`]),
  ].join("、");
const NO_CLUSTERS = "区間なし（事業所が2つ未満、または全員が同じ回答）";

/** A table as a page and a paper show it: of each group how many answered, and of each choice number, share and interval. */
export function presentTable(
  table: EditionTable,
  content: EditionContent,
  facts: EditionFacts,
  ordered: boolean,
) {
  const axis = table.axes.at(-1)!;
  const choices = axis.categories.filter(({ key }) => key !== BLANK_KEY);
  const by = table.axes.slice(0, -1);
  const groups = by.reduce<{ at: (string | null)[]; label: string }[]>(
    (all, one) =>
      all.flatMap(({ at, label }) =>
        [...one.categories.filter(({ key }) => key !== BLANK_KEY), { key: null, label: "合計" }].map(
          (category) => ({
            at: [...at, category.key],
            label: [label, category.label].filter(Boolean).join("　"),
          }),
        ),
      ),
    [{ at: [], label: "" }],
  );
  const cell = cellsOf(table);
  const test = testOf(table, ordered);
  const classes = facts.tests[table.key];
  return {
    key: table.key,
    title: table.title,
    question: axis.name,
    choices: choices.map(({ key, label }) => ({ key, label })),
    rows: groups.map(({ at, label }) => {
      const base = baseOf(table, at);
      return {
        key: at.map((one) => one ?? "total").join(" ") || "total",
        at: at.map((one, d) => [by[d]!.name, one] as const).filter(([, one]) => one !== null),
        label: label || "全体",
        base: base === undefined ? cellText("hidden") : cellText(base),
        cells: choices.map(({ key }) => presentCell(cell([...at, key]), shareOf(table, at, [key], facts))),
      };
    }),
    weighted:
      by.length === 0
        ? choices.flatMap(({ key, label }) => {
            const found = weightedShare(content, axis.name, [key], facts.strata);
            return found
              ? [`${label} ${percent(found.value)}％（${percent(found.lower)}～${percent(found.upper)}）`]
              : [];
          })
        : [],
    test: test
      ? testWords(test.name, showP(test.p), test.trend === null ? null : showP(test.trend))
      : classes
        ? `${testWords(classes.name, showClass(classes.p), classes.trend === null ? null : showClass(classes.trend))}（秘匿された欄があるため、pは区分で示します）`
        : "",
    several: axis.overlapping === true,
  };
}

function presentCell(cell: Cell | null, share: ReturnType<typeof shareOf>) {
  return {
    count: cellText(cell ?? "hidden"),
    share: share ? percent(share.value) : "",
    interval: !share
      ? ""
      : share.lower === null
        ? NO_CLUSTERS
        : `${percent(share.lower)}～${percent(share.upper!)}`,
  };
}

export const presentRates = ({ rates }: EditionFacts): string[] =>
  rates
    ? (
        [
          ["RR1（完全回答のみ）", rates.rr1],
          ["RR2（一部回答を含む）", rates.rr2],
          ["RR3（対象外の見込みを除く）", rates.rr3],
        ] as const
      ).map(([name, rate]) => `${name} ${rate === null ? "―" : `${percent(rate)}％`}`)
    : [];
