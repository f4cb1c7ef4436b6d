import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { lineCharts } from "#ui/charts/line-chart.ts";
import { dayOfYear, yearOf } from "../checkups/checkup.present.ts";
import type { DiaryDay } from "../model/entry.schema.ts";
import { DIARY } from "./diary.messages.ts";

/** So many days are shown as a table, and drawn. */
const SHOWN = 60;
const DRAWN = 400;
/** Within a quarter of a year days stand at the axis, else months. */
const SHORT = 0.25;
const tickOf = (x: number, isShort: boolean): string => {
  const { year, month, day } = dayOfYear(x);
  return isShort ? `${month}月${day}日` : `${year}年\n${month}月`;
};
const said = (figure: number | null) => (figure === null ? "" : String(figure));

/** The diary, the newest day first, and its weights as a line. */
export function presentDiary(newest: readonly DiaryDay[]) {
  const weights = newest
    .slice(0, DRAWN)
    .flatMap(({ day, weight }) => (weight === null ? [] : [{ day, weight }]));
  return {
    rows: newest.slice(0, SHOWN).map(({ id, day, weight, upper, lower, steps, sleep, note }) => ({
      ...{
        id,
        day: showDateJa(day as PlainDate),
        weight: said(weight),
        steps: said(steps),
        sleep: said(sleep),
        note,
      },
      pressure: upper === null && lower === null ? "" : `${said(upper) || "–"}／${said(lower) || "–"}`,
    })),
    more: Math.max(0, newest.length - SHOWN),
    chart:
      weights.length < 2
        ? undefined
        : lineCharts({
            id: "diary-weight",
            title: DIARY.weight,
            description: [weights.at(-1)!, weights[0]!]
              .map(({ day, weight }) => `${showDateJa(day as PlainDate)} ${weight} kg`)
              .join("から"),
            lines: [
              {
                label: "体重",
                main: true,
                points: weights.toReversed().map(({ day, weight }) => ({ x: yearOf(day), y: weight })),
              },
            ],
            unit: "kg",
            tick: (x) => tickOf(x, yearOf(weights[0]!.day) - yearOf(weights.at(-1)!.day) < SHORT),
            figure: (y) => String(y),
          }),
  };
}
