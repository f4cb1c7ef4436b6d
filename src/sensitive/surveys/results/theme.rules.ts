import { labelOf, otherName, standing, variablesOf, withQuestion } from "../model/questionnaire.rules.ts";
import type { Choice, Question, Questionnaire } from "../model/questionnaire.schema.ts";

/** Where people wrote in their own words: questions for a text, and "other". */
export type TextVariable = Readonly<{ name: string; label: string }>;

export const textsIn = (form: Questionnaire): TextVariable[] =>
  variablesOf(form).flatMap(({ name, question }) => {
    if (question.kind === "text") return [{ name, label: labelOf({ name, question }) }];
    const hasOther = question.choices.some(({ other }) => other);
    return hasOther ? [{ name: otherName(name), label: `${question.text.ja}：その他の内容` }] : [];
  });

/** Under this name the themes of a text stand in an answer, as the choices of a question that nobody is asked. */
export const themesName = (text: string): string => `${text.replaceAll("--", "-")}-themes`;

export const themesOf = ({ questions }: Questionnaire, text: string): Question | undefined =>
  questions.find(({ codes }) => codes === text);

/** A theme that is left out keeps its id and its place, as a choice does. */
export const withThemes = (form: Questionnaire, { name, label }: TextVariable, themes: Choice[]) =>
  withQuestion(form, {
    ...{ id: themesName(name), kind: "multiple", block: "", text: { ja: `${label}（分類）` } },
    ...{ choices: themes, rows: [], codes: name, retired: true },
  });

/** Those of the sent themes that there are, each once. */
export function knownThemes(question: Question, sent: unknown): string[] {
  const known = standing(question.choices).map(({ id }) => id);
  const chosen = new Set([sent ?? []].flat().map(String));
  return known.filter((id) => chosen.has(id));
}
