import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { SurveyPermit } from "../access.ts";
import { findInBank, readBank } from "../model/bank.usecases.server.ts";
import {
  branchProblem,
  movedUp,
  numbersOf,
  replaced,
  standing,
  withoutQuestion,
  withQuestion,
} from "../model/questionnaire.rules.ts";
import type { Questionnaire } from "../model/questionnaire.schema.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { questionValues } from "./survey.present.ts";
import { findSurvey, lockSurvey, selectAsked, updateSurvey } from "./survey.store.server.ts";
import { QuestionInput, questionOf, questionProblems } from "./survey-form.schema.ts";

const question = z.string().regex(/^[a-z0-9-]{1,60}$/);
const MOST_CHOICES = 30;
const LOCKED = "最初の回答を受け付けた後は、質問を変更できません。次回の調査で変更してください。";

/** A survey whose questions may still change. */
export async function editable(permit: SurveyPermit, id: string): Promise<Result<Survey>> {
  const survey = await lockSurvey(permit, id);
  if (!survey) return notFound("survey");
  return survey.locked || survey.state === "closed" ? conflict(LOCKED) : ok(survey);
}

export const keep = async (permit: SurveyPermit, id: string, questionnaire: Questionnaire) => {
  await updateSurvey(permit, id, { questionnaire });
  return ok({ id });
};

/** The form of one question, with what branches can lead from. */
export const readQuestion = query({
  name: "question.read",
  ...ofSurvey({ question }),
  async run(permit, { survey: id, question: of }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const { questions } = survey.questionnaire;
    const one = questions.find((other) => other.id === of);
    const numbers = numbersOf(survey.questionnaire);
    const end = one ? questions.indexOf(one) : questions.length;
    return ok({
      form: formShowing(questionValues(one, survey.questionnaire)),
      survey: { id, title: survey.title, locked: survey.locked },
      isNew: !one,
      credit: one?.credit ?? "",
      before: standing(questions.slice(0, end))
        .filter(({ choices }) => choices.length > 0)
        .map((other) => ({ value: other.id, label: `問${numbers.get(other.id)} ${other.text.ja}` })),
      choices: standing(one?.choices ?? []).length,
      rows: standing(one?.rows ?? []).length,
    });
  },
});

export const saveQuestion = command({
  name: "question.save",
  ...ofSurvey({ question }),
  input: QuestionInput,
  once: true,
  seen: async (permit, { survey: id, question: of }) => {
    const form = (await lockSurvey(permit, id))?.questionnaire;
    return (
      form &&
      questionValues(
        form.questions.find((one) => one.id === of),
        form,
      )
    );
  },
  async run(permit, { survey: id, question: of, ...typed }) {
    const survey = await editable(permit, id);
    if (!survey.ok) return survey;
    const form = survey.value.questionnaire;
    const before = form.questions.find((one) => one.id === of);
    const isOther = before !== undefined && (typed.another || typed.kind !== before.kind);
    const made = questionOf(typed, isOther ? newId() : of, isOther ? undefined : before, form.questions);
    const wrong = questionProblems(made);
    if (wrong) return invalid(wrong);
    const next = isOther ? replaced(form, of, made) : withQuestion(form, made);
    // A column of bits holds so many choices, those that were taken out among them.
    if ((next.questions.find((one) => one.id === made.id)?.choices.length ?? 0) > MOST_CHOICES)
      return invalid({
        choices: [`選択肢は、外したものを含めて${MOST_CHOICES}個までです。別の質問として作成してください。`],
      });
    const branch = branchProblem(made, next);
    if (branch) return invalid({ onlyQuestion: [branch] });
    const cut = standing(next.questions).find(
      (one) => one.only?.question === of && branchProblem(one, next) !== undefined,
    );
    if (cut)
      return conflict(
        `問${numbersOf(form).get(cut.id)}がこの質問の選択肢から分岐しているため、変更できません。先に問${numbersOf(form).get(cut.id)}の分岐を変更してください。`,
      );
    return keep(permit, id, next);
  },
});

/** A question of the bank or of an earlier survey, under the id that it has there. */
export const addQuestion = command({
  name: "question.add",
  ...ofSurvey(),
  input: z.object({ from: question }),
  async run(permit, { survey: id, from }) {
    const survey = await editable(permit, id);
    if (!survey.ok) return survey;
    const form = survey.value.questionnaire;
    const known = form.questions.find((one) => one.id === from);
    if (known && !known.retired) return conflict("この質問は、すでに追加されています。");
    const asked = (await selectAsked(permit, id)).flatMap(({ questionnaire }) => questionnaire.questions);
    const found = asked.find((one) => one.id === from && !one.retired) ?? findInBank(from);
    if (!found) return notFound("question");
    const { only, ...alone } = found;
    const fits = only && standing(form.questions).some((one) => one.id === only.question);
    const block = found.block || (readBank().questions.find((one) => one.question.id === from)?.topic ?? "");
    const others = form.questions.filter((one) => one.id !== from);
    return keep(permit, id, { questions: [...others, { ...(fits ? found : alone), block }] });
  },
});

export const moveQuestion = command({
  name: "question.move",
  ...ofSurvey({ question }),
  async run(permit, { survey: id, question: of }) {
    const survey = await editable(permit, id);
    if (!survey.ok) return survey;
    const moved = movedUp(survey.value.questionnaire, of);
    return moved ? keep(permit, id, moved) : conflict("この質問は、これより前に移動できません。");
  },
});

export const retireQuestion = command({
  name: "question.retire",
  ...ofSurvey({ question }),
  async run(permit, { survey: id, question: of }) {
    const survey = await editable(permit, id);
    if (!survey.ok) return survey;
    const form = survey.value.questionnaire;
    if (standing(form.questions).some(({ only }) => only?.question === of))
      return conflict("この質問から分岐する質問があります。先に分岐を解除してください。");
    return keep(permit, id, withoutQuestion(form, of));
  },
});
