import { isAsked } from "../model/questionnaire.rules.ts";
import type { Answers, Question, Questionnaire } from "../model/questionnaire.schema.ts";

export const NOT_ASKED_WORD = "非該当";

/** Why there is no answer: the question was not asked, by a branch, or it was left blank. */
export const stateOf = (question: Question, form: Questionnaire, answers: Answers): "not-asked" | "blank" => {
  const wasAsked = question.codes
    ? answers[question.codes] !== undefined
    : isAsked({ ...question, retired: false }, form, answers);
  return wasAsked ? "blank" : "not-asked";
};
