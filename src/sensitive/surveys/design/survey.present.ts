import { formTexts } from "#platform/kernel/form-values.ts";
import { numbersOf, onlyWords, standing, wordsIn } from "../model/questionnaire.rules.ts";
import type { Question, Questionnaire } from "../model/questionnaire.schema.ts";
import type { Survey } from "../model/survey.schema.ts";

export const surveyValues = (survey: Survey) => ({
  ...formTexts(survey, "title", "fiscalYear", "lead", "sender", "closesOn", "anonymous", "shared"),
  tables: survey.tables.map((names) => names.join(" × ")).join("\n"),
});

/** A question as its form shows it. */
export function questionValues(one: Question | undefined, form: Questionnaire): Record<string, string> {
  const choices = standing(one?.choices ?? []);
  const rows = standing(one?.rows ?? []);
  const before = form.questions.find(({ id }) => id === one?.only?.question);
  const shown = standing(before?.choices ?? []);
  return {
    ...formTexts(one, "kind", "block", "unit", "decimals", "most", "must"),
    ja: one?.text.ja ?? "",
    easy: one?.text.easy ?? "",
    en: one?.text.en ?? "",
    note: one?.note?.ja ?? "",
    onlyQuestion: one?.only?.question ?? "",
    onlyChoices: (one?.only?.choices ?? [])
      .map((id) => shown.findIndex((other) => other.id === id) + 1)
      .join("、"),
    ...Object.fromEntries(
      [
        ...choices.map((choice, row) => ["choices", choice, row] as const),
        ...rows.map((choice, row) => ["rows", choice, row] as const),
      ].flatMap(([list, { id, label, none, other }, row]) => [
        [`${list}.${row}.id`, id],
        [`${list}.${row}.ja`, label.ja],
        [`${list}.${row}.easy`, label.easy ?? ""],
        [`${list}.${row}.en`, label.en ?? ""],
        [`${list}.${row}.mark`, none ? "none" : other ? "other" : ""],
      ]),
    ),
  };
}

export type ShownQuestion = Readonly<{
  id: string;
  number: number;
  kind: Question["kind"];
  text: string;
  note: string;
  only: string;
  must: boolean;
  unit: string;
  decimals: number;
  credit: string;
  block: string;
  choices: readonly Readonly<{ id: string; label: string; none: boolean; other: boolean }>[];
  rows: readonly Readonly<{ id: string; label: string }>[];
}>;

/** The form as it is asked, in a language. */
export function shownQuestions(form: Questionnaire, language = "ja"): ShownQuestion[] {
  const numbers = numbersOf(form);
  return standing(form.questions).map((one) => ({
    id: one.id,
    number: numbers.get(one.id)!,
    kind: one.kind,
    text: wordsIn(one.text, language),
    note: one.note ? wordsIn(one.note, language) : "",
    only: onlyWords(one, form, language) ?? "",
    must: one.must ?? false,
    unit: one.unit ?? "",
    decimals: one.decimals ?? 0,
    credit: one.credit ?? "",
    block: one.block,
    choices: standing(one.choices).map(({ id, label, none = false, other = false }) => ({
      id,
      label: wordsIn(label, language),
      none,
      other,
    })),
    rows: standing(one.rows).map(({ id, label }) => ({ id, label: wordsIn(label, language) })),
  }));
}

export const isScreened = (form: Questionnaire): boolean =>
  standing(form.questions).some(({ scale }) => scale === "k6");
