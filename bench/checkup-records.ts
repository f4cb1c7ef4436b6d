import { createHash } from "node:crypto";

/**
 * Invented results of checkups of which the truth is known: for each finding the chance that somebody of that place, sex
 * and age has it. Values are drawn on the side of the threshold that the finding says.
 */
export type Person = Readonly<{ sex: 1 | 2; age: number; place: number }>;
type Draw = (found: boolean, next: () => number, person: Person) => string;
export type Feature = Readonly<{
  /** The indicator that counts it; none where the column only fills a file. */
  indicator?: string;
  header: string;
  /** At 57, of a man in the first place, as log odds; what ten years, a woman and each further place add. */
  odds: readonly [base: number, decade: number, woman: number, place: number];
  draw: Draw;
}>;

/** Numbers from 0 to 1, the same in every run. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Span = readonly [number, number];
const within = ([low, high]: Span, next: () => number) => low + next() * (high - low);
const value =
  (found: Span, none: Span, digits = 0): Draw =>
  (is, next) =>
    within(is ? found : none, next).toFixed(digits);
const answer =
  (found: string, none: string): Draw =>
  (is) =>
    is ? found : none;
const bySex =
  (man: Draw, woman: Draw): Draw =>
  (is, next, person) =>
    (person.sex === 1 ? man : woman)(is, next, person);

export const FEATURES: readonly Feature[] = [
  {
    ...{ indicator: "obesity", header: "BMI", odds: [-0.7, -0.05, -0.5, 0.2] },
    draw: value([25.2, 34], [18, 24.8], 1),
  },
  {
    ...{ indicator: "waist", header: "腹囲", odds: [-0.1, 0.1, -1.2, 0.2] },
    draw: bySex(value([85.1, 110], [65, 84.8], 1), value([90.1, 112], [60, 89.8], 1)),
  },
  {
    ...{ indicator: "blood_pressure", header: "収縮期血圧", odds: [0, 0.4, -0.3, 0.3] },
    draw: value([131, 168], [96, 128]),
  },
  { header: "拡張期血圧", odds: [0, 0, 0, 0], draw: value([58, 83], [58, 83]) },
  {
    ...{ indicator: "lipids", header: "LDLコレステロール", odds: [0.1, -0.1, 0.3, 0.1] },
    draw: value([121, 190], [60, 118]),
  },
  { header: "HDLコレステロール", odds: [0, 0, 0, 0], draw: value([42, 90], [42, 90]) },
  { header: "空腹時中性脂肪", odds: [0, 0, 0, 0], draw: value([45, 145], [45, 145]) },
  {
    ...{ indicator: "glucose", header: "空腹時血糖", odds: [-0.6, 0.35, -0.5, 0.25] },
    draw: value([101, 170], [76, 98]),
  },
  { header: "HbA1c(NGSP)", odds: [0, 0, 0, 0], draw: value([5, 5.5], [5, 5.5], 1) },
  {
    ...{ indicator: "liver", header: "γ-GT(γ-GTP)", odds: [-0.7, -0.15, -1.1, 0.1] },
    draw: value([52, 220], [10, 49]),
  },
  { header: "AST(GOT)", odds: [0, 0, 0, 0], draw: value([14, 29], [14, 29]) },
  { header: "ALT(GPT)", odds: [0, 0, 0, 0], draw: value([10, 29], [10, 29]) },
  {
    ...{ indicator: "anaemia", header: "血色素量", odds: [-1.9, 0.3, 0.6, 0] },
    draw: bySex(value([9, 12.9], [13.2, 17], 1), value([8, 11.9], [12.2, 16], 1)),
  },
  { indicator: "urine_glucose", header: "尿糖", odds: [-2.2, 0.1, -0.4, 0.2], draw: answer("1+", "-") },
  { indicator: "urine_protein", header: "尿蛋白", odds: [-2, 0.2, -0.3, 0.2], draw: answer("2+", "±") },
  { indicator: "ecg", header: "心電図", odds: [-1.4, 0.3, -0.2, 0], draw: answer("所見あり", "所見なし") },
  { indicator: "chest_xray", header: "胸部X線", odds: [-1.8, 0.2, 0, 0], draw: answer("1", "2") },
  ...(
    [
      ["treated_blood_pressure", "質問1　服薬1(血圧)", [-0.6, 0.6, -0.3, 0.2], "1", "2"],
      ["treated_glucose", "質問2　服薬2(血糖)", [-1.8, 0.4, -0.5, 0.2], "1", "2"],
      ["treated_lipids", "質問3　服薬3(脂質)", [-1.2, 0.4, 0.2, 0.1], "1", "2"],
      ["q4", "質問4　脳卒中", [-2.6, 0.4, -0.3, 0.1], "1", "2"],
      ["q5", "質問5　心臓病", [-2.4, 0.4, -0.3, 0.1], "1", "2"],
      ["q7", "質問7　貧血", [-1.7, -0.1, 0.8, 0], "1", "2"],
      ["smoking", "質問8　たばこ", [-0.8, -0.2, -1.2, 0.3], "1", "3"],
      ["q9", "質問9　体重10キロ増", [-0.3, 0, -0.5, 0.1], "1", "2"],
      ["q10", "質問10　汗かく運動", [0.4, -0.2, 0.2, 0.1], "2", "1"],
      ["q11", "質問11　歩行1時間以上", [0.1, 0.1, 0, 0.2], "2", "1"],
      ["q12", "質問12　歩行速度", [0.1, 0.1, 0.1, 0], "2", "1"],
      ["q13", "質問13　食事噛む状態", [-1.4, 0.2, 0, 0.1], "2", "1"],
      ["q14", "質問14　食べ方1(早食い等)", [-0.8, -0.1, -0.2, 0], "1", "2"],
      ["q15", "質問15　就寝前食事", [-1.2, -0.3, -0.5, 0.1], "1", "2"],
      ["q16", "質問16　食べ方3(間食)", [-1.5, 0, 0.7, 0], "1", "2"],
      ["q17", "質問17　朝食抜き", [-1.6, -0.3, -0.2, 0.2], "1", "2"],
      ["drinking", "質問18　お酒・頻度", [-0.3, 0, -1.4, 0.2], "1", "8"],
      ["q19", "質問19　お酒・量", [-1.1, -0.3, -1, 0.2], "3", "1"],
      ["q20", "質問20　睡眠", [-0.7, -0.2, 0.1, 0.1], "2", "1"],
      ["q21", "質問21　改善の意思", [-1, 0.1, -0.3, 0], "1", "3"],
      ["q22", "質問22　指導受診意思", [-1.3, 0.3, 0, 0], "1", "2"],
    ] as const
  ).map(([indicator, header, odds, found, none]) => ({ indicator, odds, header, draw: answer(found, none) })),
];

/** The chance that a person has a finding: what counts in the end must come back to it. */
export function chanceOf({ odds: [base, decade, woman, place] }: Feature, person: Person): number {
  const log =
    base + ((person.age - 57) / 10) * decade + (person.sex === 2 ? woman : 0) + person.place * place;
  return 1 / (1 + Math.exp(-log));
}

const LEADING = ["個人キー", "受診日", "年齢", "性別", "市区町村", "従業員数"];

export type RecordsOf = Readonly<{
  seed: number;
  persons: number;
  year: number;
  ages: Span;
  place: number;
  municipalities: readonly string[];
  /** Sizes of workplaces; none for those who are insured by their municipality. */
  sizes?: readonly number[];
  features?: readonly Feature[];
  /** Every so many rows one that can't be read. */
  badEvery?: number;
}>;

export const headerOf = ({ features = FEATURES }: Pick<RecordsOf, "features">): string[] => [
  ...LEADING,
  ...features.map(({ header }) => header),
];

/** Rows of a file, with the person of each. */
export function* records(of: RecordsOf): Generator<Readonly<{ person: Person; cells: string[] }>> {
  const { seed, persons, year, ages, place, municipalities, sizes, features = FEATURES, badEvery = 0 } = of;
  const next = sequence(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const two = (number: number) => String(number).padStart(2, "0");
  for (let i = 0; i < persons; i++) {
    const age = ages[0] + Math.floor(next() * (ages[1] - ages[0] + 1));
    const person: Person = { age, place, sex: next() < 0.5 ? 1 : 2 };
    const day = `${year}-${two(4 + Math.floor(next() * 9))}-${two(1 + Math.floor(next() * 28))}`;
    const bad = badEvery > 0 && i % badEvery === badEvery - 1;
    const cells = [
      createHash("sha256").update(`${seed} ${i}`).digest("hex"),
      bad ? "15/05/20" : day,
      String(age),
      String(person.sex),
      oneOf(municipalities),
      sizes ? String(oneOf(sizes)) : "",
    ];
    for (const feature of features)
      cells.push(feature.draw(next() < chanceOf(feature, person), next, person));
    yield { person, cells };
  }
}
