import { describe, expect, it } from "vitest";
import { completeness, readAnswers, readKeyed } from "./answer.rules.ts";
import type { Question } from "./questionnaire.schema.ts";

const choice = (id: string, more: object = {}) => ({ id, label: { ja: id }, ...more });
const question = (id: string, kind: Question["kind"], more: Partial<Question> = {}): Question => ({
  ...{ id, kind, block: "", text: { ja: id }, choices: [], rows: [] },
  ...more,
});
const YES_NO = [choice("c1"), choice("c2")];
const FORM = {
  questions: [
    question("does", "single", { choices: YES_NO, must: true }),
    question("what", "multiple", {
      choices: [choice("c1"), choice("c2", { other: true }), choice("c3", { none: true })],
      only: { question: "does", choices: ["c1"] },
    }),
    question("rate", "number", { unit: "%", decimals: 1, most: 100 }),
    question("since", "month"),
    question("grid", "grid", { choices: YES_NO, rows: [choice("r1"), choice("r2")] }),
  ],
};
const read = (sent: object, language = "ja") => readAnswers(FORM, sent as never, language);

describe("what a form sends", () => {
  it("is read by kind, with the text of 'other' tied to its choice", () => {
    const sent = {
      ...{ does: "c1", what: ["c1", "c2"], "what--other": "体操", rate: "４２．５", since: "2026/4" },
      ...{ "grid--r1": "c2" },
    };
    expect(read(sent)).toEqual({
      answers: {
        ...{ does: "c1", what: ["c1", "c2"], "what--other": "体操", rate: 42.5, since: "2026-04" },
        ...{ "grid--r1": "c2" },
      },
      errors: {},
    });
  });

  it("leaves out what a branch did not ask, and a text without its choice", () => {
    expect(read({ does: "c2", what: ["c1"] }).answers).toEqual({ does: "c2" });
    expect(read({ does: "c1", what: ["c1"], "what--other": "体操" }).answers).toEqual({
      does: "c1",
      what: ["c1"],
    });
  });

  it.each([
    [{}, "does"],
    [{ does: "c1", what: ["c1", "c3"] }, "what"],
    [{ does: "c1", rate: "42.55" }, "rate"],
    [{ does: "c1", rate: "101" }, "rate"],
    [{ does: "c1", since: "2026-13" }, "since"],
  ])("says what is wrong with %j, in the language of the form", (sent, field) => {
    expect(Object.keys(read(sent).errors)).toEqual([field]);
    expect(read(sent, "en").errors[field]![0]).toMatch(/^(Please|With)/);
  });

  it("is complete where all that must be and half of what was asked is answered", () => {
    expect(completeness(FORM, { does: "c1", what: ["c1"], rate: 4 })).toBe("complete");
    expect(completeness(FORM, { does: "c1" })).toBe("partial");
    // Not asked what it does, three of four are enough.
    expect(completeness(FORM, { does: "c2", rate: 4 })).toBe("complete");
  });
});

describe("what is keyed from paper", () => {
  const [, what, rate] = FORM.questions as [Question, Question, Question];
  it.each([
    [what, "1 2", ["c1", "c2"]],
    [what, "１．２", ["c1", "c2"]],
    [what, "1+3", null],
    [what, "4", null],
    [what, "", undefined],
    [rate, "42.5", 42.5],
    [rate, "4x", null],
  ])("%#: %o", (one, typed, expected) => expect(readKeyed(one, typed)).toEqual(expected));
});
