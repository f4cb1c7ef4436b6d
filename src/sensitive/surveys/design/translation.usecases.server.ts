import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { FURTHER_LANGUAGES } from "#platform/web/languages.server.ts";
import type { SurveyPermit } from "../access.ts";
import { numbersOf, standing } from "../model/questionnaire.rules.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { editable, keep } from "./question.commands.server.ts";
import { findSurvey, lockSurvey } from "./survey.store.server.ts";
import { textsToTranslate, translated, translationValues } from "./translation.rules.ts";

/** Every language beside Japanese in which the answer page can be read. */
const LANGUAGES = [
  { code: "en", name: "English" },
  ...FURTHER_LANGUAGES.map(({ code, name }) => ({ code, name })),
];
const ofLanguage = ofSurvey({ language: z.enum(LANGUAGES.map(({ code }) => code)) });
const LONGEST = 500;

/** All texts of a form, to be put into one language. */
export const readWords = query({
  name: "question.read-words",
  ...ofLanguage,
  async run(permit, { survey: id, language }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const form = survey.questionnaire;
    const numbers = numbersOf(form);
    return ok({
      survey: { id, title: survey.title, locked: survey.locked || survey.state === "closed" },
      name: LANGUAGES.find(({ code }) => code === language)!.name,
      languages: LANGUAGES,
      questions: standing(form.questions).map((one) => ({
        id: one.id,
        title: `問${numbers.get(one.id)}`,
        texts: textsToTranslate({ questions: [one] }).map(({ name, words }) => ({ name, ja: words.ja })),
      })),
      form: formShowing(translationValues(form, language)),
    });
  },
});

const shownNow = async (permit: SurveyPermit, id: string, language: string) => {
  const survey = await lockSurvey(permit, id);
  return survey && translationValues(survey.questionnaire, language);
};

export const translateQuestions = command({
  name: "question.translate",
  ...ofLanguage,
  input: z.looseObject({}),
  seen: (permit, { survey, language }) => shownNow(permit, survey, language),
  values: (sent: Readonly<Record<string, unknown>>, now) =>
    Object.fromEntries(Object.keys(now).map((name) => [name, String(sent[name] ?? "").trim()])),
  async run(permit, { survey: id, language, ...sent }) {
    const survey = await editable(permit, id);
    if (!survey.ok) return survey;
    const form = survey.value.questionnaire;
    const fields = sent as Readonly<Record<string, unknown>>;
    const texts = Object.fromEntries(
      textsToTranslate(form).flatMap(({ name }) =>
        fields[name] === undefined ? [] : [[name, String(fields[name]).trim()] as const],
      ),
    );
    const long = Object.keys(texts).filter((name) => texts[name]!.length > LONGEST);
    if (long.length > 0)
      return invalid(
        Object.fromEntries(
          long.map((name) => [
            name,
            [`${LONGEST}文字以内で入力してください（現在${texts[name]!.length}文字）。`],
          ]),
        ),
      );
    return keep(permit, id, translated(form, language, texts));
  },
});
