import { expect, it } from "vitest";
import { Aside, answered, answersOf, OpenPlaces, openQuestions } from "./questions.ts";

const OPTIONS = [
  { value: "above", label: "上の行と同じ" },
  { value: "all", label: "総数" },
];

it("asks once of many places, and shows the first", () => {
  const open = new OpenPlaces();
  for (let line = 3; line < 20; line++) open.note("sex", line, "性別", "");
  const [question] = open.ask("sex", { ask: "空の性別は", options: OPTIONS });
  expect(question).toMatchObject({ key: "sex", places: 17 });
  expect(question!.examples.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
  expect(open.ask("age", { ask: "", options: OPTIONS })).toEqual([]);
});

it("is open until one of its options is chosen", () => {
  const open = new OpenPlaces();
  open.note("sex", 3, "性別", "");
  const questions = open.ask("sex", { ask: "空の性別は", options: OPTIONS });
  const answers = answersOf({ "answer-sex": "above", "answer-age": "", other: "x" });
  expect(answers).toEqual({ sex: "above" });
  expect(openQuestions(questions)).toHaveLength(1);
  expect(openQuestions(questions, { sex: "nothing that was offered" })).toHaveLength(1);
  expect(openQuestions(questions, answers)).toEqual([]);
  expect(answered(questions, answers)).toEqual([{ key: "sex", ask: "空の性別は", answer: "上の行と同じ" }]);
});

it("counts what is left aside by kind", () => {
  const aside = new Aside();
  aside.add("sum");
  aside.add("sum", 2);
  aside.add("elsewhere");
  expect(aside.counts).toEqual({ sum: 3, elsewhere: 1 });
});
