import { describe, expect, it } from "vitest";
import { formOfBank, readBank } from "./bank.usecases.server.ts";
import { branchProblem, isAsked, movedUp, replaced, standing, withQuestion } from "./questionnaire.rules.ts";
import type { Question } from "./questionnaire.schema.ts";

const choice = (id: string, ja = id) => ({ id, label: { ja } });
const question = (id: string, more: Partial<Question> = {}): Question => ({
  ...{ id, kind: "single", block: "", text: { ja: id }, rows: [] },
  choices: [choice("c1"), choice("c2"), choice("c3")],
  ...more,
});

describe("a changed questionnaire", () => {
  const form = { questions: [question("a"), question("b")] };

  it("keeps the ids and the places of choices: one that is taken out stays as retired, a new one comes after it", () => {
    const changed = withQuestion(
      form,
      question("a", { choices: [choice("c1"), choice("c3", "新"), choice("c4")] }),
    );
    expect(changed.questions[0]!.choices.map(({ id, retired }) => [id, retired])).toEqual([
      ["c1", undefined],
      ["c2", true],
      ["c3", undefined],
      ["c4", undefined],
    ]);
    expect(changed.questions[0]!.choices[2]!.label.ja).toBe("新");
  });

  it("makes another question of a changed meaning, beside the old one with its answers", () => {
    const changed = replaced(form, "a", question("new"));
    expect(changed.questions.map(({ id, retired }) => [id, retired])).toEqual([
      ["a", true],
      ["new", undefined],
      ["b", undefined],
    ]);
    expect(standing(changed.questions).map(({ id }) => id)).toEqual(["new", "b"]);
  });

  it("branches forward alone, by choices that are there", () => {
    const only = (id: string, ...choices: string[]) => ({ only: { question: id, choices } });
    const back = question("a", only("b", "c1"));
    expect(branchProblem(back, { questions: [back, question("b")] })).toContain("前の質問");
    const b = question("b", only("a", "c9"));
    expect(branchProblem(b, { questions: [question("a"), b] })).toContain("選択肢");
    const fine = question("b", only("a", "c1", "c2"));
    expect(branchProblem(fine, { questions: [question("a"), fine] })).toBeUndefined();
    // What hangs on another is not moved before it.
    expect(movedUp({ questions: [question("a"), fine] }, "b")).toBeUndefined();
  });

  it("asks nobody what hangs on a question that was not asked", () => {
    const b = question("b", { only: { question: "a", choices: ["c1"] } });
    const c = question("c", { only: { question: "b", choices: ["c1"] } });
    const all = { questions: [question("a"), b, c] };
    expect(isAsked(c, all, { a: "c1", b: "c1" })).toBe(true);
    expect(isAsked(c, all, { a: "c2", b: "c1" })).toBe(false);
  });
});

describe("the bank", () => {
  const { questions, forms, rates } = readBank();

  it("has the topics, the 22 standard questions and K6, these with their credit", () => {
    expect(new Set(questions.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(25);
    const published = questions.filter(({ part }) => part === "standard" || part === "k6");
    expect(published).toHaveLength(23);
    expect(published.filter(({ question: { credit } }) => !credit)).toEqual([]);
    expect(rates.find(({ frame }) => frame === 3411)).toMatchObject({ replies: 576, rate: 16.9 });
  });

  it("uses no id twice, and offers 'none of these' with every choice of several", () => {
    const ids = questions.map(({ question: { id } }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const without = questions.filter(
      ({ question: { kind, choices } }) => kind === "multiple" && !choices.some(({ none }) => none),
    );
    expect(without.map(({ question: { id } }) => id)).toEqual([]);
  });

  it("makes whole forms: each branch leads from a question before it, each table is of a question that is there", () => {
    for (const { key } of forms) {
      const { questionnaire, tables } = formOfBank(key)!;
      for (const one of questionnaire.questions) expect(branchProblem(one, questionnaire)).toBeUndefined();
      const known = questionnaire.questions.map(({ id }) => id);
      expect(tables.flat().filter((name) => !known.includes(name))).toEqual([]);
    }
  });
});
