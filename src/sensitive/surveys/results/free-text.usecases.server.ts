import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { SurveyPermit } from "../access.ts";
import { lockSurvey, updateSurvey } from "../design/survey.store.server.ts";
import { choicesOf, ThemesInput } from "../design/survey-form.schema.ts";
import { standing } from "../model/questionnaire.rules.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { countTexts, lockTexts, TEXTS_A_PAGE, updateThemes } from "./free-text.store.server.ts";
import { STEP } from "./step.usecases.server.ts";
import { knownThemes, type TextVariable, textsIn, themesName, themesOf, withThemes } from "./theme.rules.ts";

const text = z.string().regex(/^[a-z0-9-]{1,130}$/);
/** As many columns of bits as there are. */
const MOST_THEMES = 29;

/** A text of a survey that is over: what is written while it runs could be known by its time. */
async function textOf(
  permit: SurveyPermit,
  id: string,
  name: string,
): Promise<Result<{ survey: Survey; variable: TextVariable }>> {
  const survey = await lockSurvey(permit, id);
  const variable = survey && textsIn(survey.questionnaire).find((one) => one.name === name);
  if (!survey || !variable) return notFound("survey");
  if (survey.state !== "closed") return conflict("自由記述は、調査を終了してから分類できます。");
  if (survey.anonymous && survey.stepped < STEP)
    return conflict("匿名の調査の自由記述は、回答が10件以上になってから分類できます。");
  return ok({ survey, variable });
}

const themeField = (answer: string) => `themes-${answer}`;
const codeValues = (texts: readonly Readonly<{ id: string; themes: readonly string[] }>[]) =>
  Object.fromEntries(texts.map(({ id, themes }) => [themeField(id), themes.join(" ")]));
const themeValues = ({ questionnaire }: Survey, name: string) =>
  Object.fromEntries(
    standing(themesOf(questionnaire, name)?.choices ?? []).flatMap(({ id, label }, row) => [
      [`themes.${row}.id`, id],
      [`themes.${row}.ja`, label.ja],
    ]),
  );
const pageOfTexts = (permit: SurveyPermit, at: { survey: string; text: string; page: number }) =>
  lockTexts(permit, at.survey, at.text, themesName(at.text), at.page);

const ofText = ofSurvey({ text, page: z.coerce.number().int().min(1).max(1e6).default(1) });

/** What was written, with nothing else of who wrote it, and the themes that were given to it. */
export const listTexts = query({
  name: "free-text.list",
  ...ofText,
  async run(permit, at) {
    const found = await textOf(permit, at.survey, at.text);
    if (!found.ok) return found;
    const { survey, variable } = found.value;
    const themes = standing(themesOf(survey.questionnaire, at.text)?.choices ?? []);
    const texts = await pageOfTexts(permit, at);
    const count = await countTexts(permit, at.survey, at.text, themesName(at.text));
    return ok({
      survey: { id: survey.id, title: survey.title },
      ...{ label: variable.label, count, page: at.page },
      pages: Math.max(1, Math.ceil(count.all / TEXTS_A_PAGE)),
      others: textsIn(survey.questionnaire).filter(({ name }) => name !== at.text),
      texts: texts.map(({ id, text: written }) => ({ name: themeField(id), text: written })),
      themes: themes.map(({ id, label }) => ({ value: id, label: label.ja })),
      form: formShowing(codeValues(texts)),
      themeForm: formShowing(themeValues(survey, at.text)),
    });
  },
});

/** The themes of a text. They are counted like the choices of a question, in a table that is added to the plan. */
export const saveThemes = command({
  name: "theme.save",
  ...ofSurvey({ text }),
  input: ThemesInput,
  once: true,
  seen: async (permit, { survey, text: of }) => {
    const found = await textOf(permit, survey, of);
    return found.ok ? themeValues(found.value.survey, of) : {};
  },
  async run(permit, { survey: id, text: name, themes: typed }) {
    const found = await textOf(permit, id, name);
    if (!found.ok) return found;
    const { survey, variable } = found.value;
    const before = themesOf(survey.questionnaire, name)?.choices ?? [];
    const questionnaire = withThemes(survey.questionnaire, variable, choicesOf(typed, before, "c"));
    if ((themesOf(questionnaire, name)?.choices.length ?? 0) > MOST_THEMES)
      return invalid({ themes: [`分類は、外したものを含めて${MOST_THEMES}個までです。`] });
    const table = themesName(name);
    const isPlanned = survey.tables.some((names) => names.includes(table));
    const tables = isPlanned ? survey.tables : [...survey.tables, [table]];
    await updateSurvey(permit, id, { questionnaire, tables });
    return ok(undefined);
  },
});

/** Gives themes to a page of texts. The tables step on by ten of them: two editions do not tell what one more text said. */
export const codeTexts = command({
  name: "free-text.code",
  ...ofText,
  input: z.looseObject({}),
  seen: async (permit, at) =>
    (await textOf(permit, at.survey, at.text)).ok ? codeValues(await pageOfTexts(permit, at)) : undefined,
  values: (sent: Readonly<Record<string, unknown>>, now) =>
    Object.fromEntries(Object.keys(now).map((name) => [name, [sent[name] ?? []].flat().join(" ")])),
  async run(permit, { survey: id, text: name, page, ...sent }) {
    const found = await textOf(permit, id, name);
    if (!found.ok) return found;
    const question = themesOf(found.value.survey.questionnaire, name);
    if (!question) return conflict("先に分類を登録してください。");
    let { uncounted } = found.value.survey;
    for (const { id: answer, themes } of await pageOfTexts(permit, { survey: id, text: name, page })) {
      const given = knownThemes(question, (sent as Readonly<Record<string, unknown>>)[themeField(answer)]);
      if (given.join() === themes.join()) continue;
      await updateThemes(permit, answer, question.id, given);
      uncounted += 1;
    }
    await updateSurvey(permit, id, { uncounted });
    return ok(undefined);
  },
});
