import { readKeyed } from "../model/answer.rules.ts";
import { isAsked, labelOf, standing, type Variable, variablesOf } from "../model/questionnaire.rules.ts";
import type { Answered, Answers, Questionnaire } from "../model/questionnaire.schema.ts";

/** What is keyed, in the order of the sheet: every question that stands, whether its branch was reached or not. */
export const keyedVariables = (form: Questionnaire): Variable[] =>
  variablesOf(form).filter(({ question, row }) => !question.retired && !row?.retired);

/** The entry of a sheet: numbers as they are printed. What can't be read is told beside its field. */
export function readSheet(form: Questionnaire, typed: Readonly<Record<string, unknown>>) {
  const answers: Record<string, Answered> = {};
  const errors: Record<string, string[]> = {};
  for (const variable of keyedVariables(form)) {
    const read = readKeyed(variable.question, String(typed[variable.name] ?? ""));
    if (read === null)
      errors[variable.name] = [`「${labelOf(variable)}」にない番号です。印刷された番号を入力してください。`];
    else if (read !== undefined) answers[variable.name] = read;
  }
  return { answers, errors };
}

const same = (one: Answered | undefined, other: Answered | undefined): boolean =>
  JSON.stringify([one ?? null].flat().toSorted()) === JSON.stringify([other ?? null].flat().toSorted());

/** Where two entries of a sheet differ. */
export const differences = (form: Questionnaire, first: Answers, second: Answers): Variable[] =>
  keyedVariables(form).filter(({ name }) => !same(first[name], second[name]));

/** The entries put together, with what was decided where they differ; undefined while something is open. */
export function decided(
  form: Questionnaire,
  first: Answers,
  second: Answers,
  choice: Readonly<Record<string, unknown>>,
): Answers | undefined {
  const answers: Record<string, Answered> = { ...first };
  for (const { name } of differences(form, first, second)) {
    if (choice[name] !== "1" && choice[name] !== "2") return undefined;
    const value = choice[name] === "1" ? first[name] : second[name];
    if (value === undefined) delete answers[name];
    else answers[name] = value;
  }
  return withoutUnasked(form, answers);
}

/** What was marked on paper behind a branch that was not taken is as if it had not been asked. */
function withoutUnasked(form: Questionnaire, answers: Answers): Answers {
  const kept: Record<string, Answered> = {};
  for (const question of standing(form.questions)) {
    if (!isAsked(question, form, kept)) continue;
    for (const { name } of variablesOf({ questions: [question] }))
      if (answers[name] !== undefined) kept[name] = answers[name];
  }
  return kept;
}

/** The unit that the page codes of a sheet name: 412-1 and 412-2 belong together, 412-1 and 413-2 do not. */
export function unitOfPages(codes: readonly string[]): number | "differ" | undefined {
  const read = codes
    .map((code) => code.normalize("NFKC").trim())
    .filter((code) => code !== "")
    .map((code) => /^(\d+)\s*[-ー－]\s*(\d+)$/.exec(code) ?? /^(\d+)$/.exec(code));
  if (read.length === 0 || read.some((one) => one === null)) return undefined;
  const units = new Set(read.map((one) => Number(one![1])));
  return units.size === 1 ? [...units][0]! : "differ";
}
