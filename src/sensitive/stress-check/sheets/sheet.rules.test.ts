import { expect, it } from "vitest";
import { sheet } from "../examples.testing.ts";
import { answersOf, differing, keyedAnswers, scoreOf } from "../model/score.rules.ts";
import { beforeOf, groupsOf, type Respondent, sheetOf } from "./sheet.rules.ts";

const of = (workplace: string, n: number, sex = "female"): Respondent[] =>
  Array.from({ length: n }, (_, at) => {
    const answered = answersOf(sheet(at % 2 === 0, sex));
    return { workplace, answered, score: scoreOf(answered, "totals")! };
  });
const places = (...ids: string[]) => ids.map((id) => ({ id, joint: true }));
const told = (all: ReturnType<typeof groupsOf>) =>
  all.map(({ scope, refusal }) => `${scope} ${refusal ?? "made"}`);

it.each([
  [
    "three workplaces, the large one of its own too",
    { a: 6, b: 7, c: 12 },
    ["joint made", "workplace too-few-respondents", "workplace too-few-respondents", "workplace made"],
  ],
  [
    "two workplaces have none together",
    { a: 6, b: 7 },
    ["joint too-few-workplaces", "workplace too-few-respondents", "workplace too-few-respondents"],
  ],
  [
    "nine in all",
    { a: 3, b: 3, c: 3 },
    ["joint too-few-respondents", ...Array(3).fill("workplace too-few-respondents")],
  ],
  [
    "one is nearly all",
    { a: 1, b: 1, c: 30 },
    [
      "joint one-too-large",
      "workplace too-few-respondents",
      "workplace too-few-respondents",
      "workplace made",
    ],
  ],
  [
    "a difference of nine",
    { a: 5, b: 4, c: 12 },
    ["joint made", "workplace too-few-respondents", "workplace too-few-respondents", "workplace difference"],
  ],
])("%s", (_, sizes, expected) => {
  const people = Object.entries(sizes).flatMap(([id, n]) => of(id, n));
  expect(told(groupsOf(places(...Object.keys(sizes)), people))).toEqual(expected);
});

it("reckons the diagram by sex, and who told none by the mean of both", () => {
  const [male, female, none] = ["male", "female", "none"].map((sex) => sheetOf(of("a", 10, sex)));
  expect(none!.means).toEqual(male!.means);
  expect(none!.risk.demandControl).toBeCloseTo(
    (male!.risk.demandControl + female!.risk.demandControl) / 2,
    0,
  );
  expect(none!.worst).toEqual([]);
  expect(male!.worst).toHaveLength(3);
});

it("takes the totals method where no sex was told, and says so", () => {
  expect(scoreOf(answersOf(sheet(true, "none")), "conversion")).toMatchObject({
    method: "totals",
    points: null,
  });
  expect(scoreOf(answersOf(sheet(true, "male")), "conversion")).toMatchObject({
    method: "conversion",
    high: true,
  });
});

it("reads a keyed sheet, and names where two differ", () => {
  const one = keyedAnswers("1".repeat(57), "male")!;
  const other = keyedAnswers(`${"1".repeat(22)} 0 ${"1".repeat(34)}`, "none")!;
  expect(differing(one, other)).toEqual([0, 23]);
  expect(keyedAnswers("1".repeat(56), "male")).toBeUndefined();
  expect(scoreOf(other, "totals")).toBeUndefined();
});

it("finds the year before by the name, unless two bear it", () => {
  const made = sheetOf(of("a", 10));
  const one = { firmId: "甲", scope: "workplace", fiscalYear: 2025, sheet: made } as const;
  const before = { fiscalYear: 2025, respondents: 10, total: made.risk.total };
  expect(beforeOf([one], "甲", "workplace")).toEqual({ before });
  expect(beforeOf([one], "甲", "joint")).toEqual({});
  expect(beforeOf([one, one], "甲", "workplace")).toEqual({});
});
