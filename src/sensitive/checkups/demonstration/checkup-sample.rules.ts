import { createHash } from "node:crypto";

/** A number from 0 to 1 that the seed and its place give: the same in every installation. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About normal, from three uniform ones. */
const around = (next: () => number, mean: number, deviation: number) =>
  mean + deviation * (next() + next() + next() - 1.5) * 2;

export const SAMPLE_HEADER = [
  ...[
    "個人キー",
    "受診日",
    "年齢",
    "性別",
    "市区町村",
    "従業員数",
    "身長",
    "体重",
    "腹囲",
    "収縮期血圧",
    "拡張期血圧",
  ],
  ...["空腹時中性脂肪", "HDLコレステロール", "LDLコレステロール", "AST(GOT)", "ALT(GPT)", "γ-GT(γ-GTP)"],
  ...["空腹時血糖", "HbA1c(NGSP)", "尿糖", "尿蛋白", "血色素量", "服薬1(血圧)", "喫煙", "飲酒"],
];

export type SampleOf = Readonly<{
  seed: number;
  persons: number;
  year: number;
  ages: readonly [number, number];
  municipalities: readonly string[];
  workplace: boolean;
}>;

/** Rows of an invented file: nobody stands behind them. Blood pressure and glucose rise with age, and are higher in small workplaces. */
export function sampleRows({
  seed,
  persons,
  year,
  ages: [youngest, oldest],
  municipalities,
  workplace,
}: SampleOf): string[][] {
  const next = sequence(seed);
  const text = (value: number, digits = 0) => value.toFixed(digits);
  return Array.from({ length: persons }, (_, i) => {
    const age = youngest + Math.floor(next() * (oldest - youngest + 1));
    const male = next() < 0.5;
    const size = [8, 25, 45, 120, 400][Math.floor(next() * 5)]!;
    const small = workplace && size < 50 ? 3 : 0;
    const older = (age - 40) / 10;
    const height = around(next, male ? 168 : 155, 6);
    const bmi = around(next, 23.2, 3.2);
    const sbp = Math.round(around(next, 119 + older * 5 + small, 14));
    return [
      createHash("sha256").update(`sample ${seed} ${i}`).digest("hex"),
      `${year}-${String(5 + Math.floor(next() * 7)).padStart(2, "0")}-${String(1 + Math.floor(next() * 28)).padStart(2, "0")}`,
      text(age),
      male ? "1" : "2",
      municipalities[Math.floor(next() * municipalities.length)]!,
      workplace ? text(size) : "",
      text(height, 1),
      text((bmi * height * height) / 10_000, 1),
      text(around(next, male ? 84 : 79, 8), 1),
      text(sbp),
      text(Math.min(sbp - 20, Math.round(around(next, 73 + older * 2, 9)))),
      text(Math.max(30, around(next, 115, 55))),
      text(Math.max(25, around(next, 60, 13))),
      text(Math.max(40, around(next, 122, 28))),
      text(Math.max(8, around(next, 23, 8))),
      text(Math.max(5, around(next, 22, 12))),
      text(Math.max(6, around(next, male ? 42 : 25, 22))),
      text(Math.max(60, around(next, 94 + older * 3, 12))),
      text(Math.max(4.2, around(next, 5.45 + older * 0.1, 0.4)), 1),
      next() < 0.03 ? "+" : "-",
      next() < 0.05 ? "1+" : "-",
      text(around(next, male ? 15 : 13.2, 1.1), 1),
      next() < 0.1 + older * 0.08 ? "1" : "2",
      next() < (male ? 0.3 : 0.09) ? "1" : "3",
      next() < (male ? 0.3 : 0.08) ? "1" : "8",
    ];
  });
}
