import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { SurveyPermit } from "../access.ts";
import {
  deleteCode,
  lockCode,
  noteAnswer,
  selectOwnAnswers,
  setOthersAside,
  upsertAnswer,
} from "../answering/answer.store.server.ts";
import { surveyCodeHash } from "../answering/door.usecases.server.ts";
import { shownQuestions } from "../design/survey.present.ts";
import { findSurvey, lockSurvey } from "../design/survey.store.server.ts";
import { findUnit, lockHeldUnit, selectUnits, updateUnit } from "../frame/unit.store.server.ts";
import { answerInWords, completeness } from "../model/answer.rules.ts";
import { labelOf } from "../model/questionnaire.rules.ts";
import type { Answers } from "../model/questionnaire.schema.ts";
import { hasAnswered } from "../model/survey.rules.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { decided, differences, keyedVariables, readSheet, unitOfPages } from "./paper.rules.ts";
import { deleteEntries, lockEntries, selectEntries, upsertEntry } from "./paper.store.server.ts";

/** The sheets under way: entered once, or twice and differing. What was keyed is not shown before it was keyed twice. */
export const listPaper = query({
  name: "paper.list",
  ...ofSurvey(),
  async run(permit, { survey: id }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const form = survey.questionnaire;
    const units = new Map((await selectUnits(permit, id)).map((one) => [one.id, one]));
    const sheets = Map.groupBy(await selectEntries(permit, id), ({ sheet }) => sheet);
    return ok({
      survey: { id, title: survey.title, state: survey.state, kind: survey.kind },
      questions: shownQuestions(form),
      fields: keyedVariables(form).map((one) => ({ name: one.name, label: labelOf(one) })),
      sheets: [...sheets].map(([sheet, [first, second]], index) => ({
        sheet,
        name: units.get(sheet)?.name ?? `無記名の調査票 ${index + 1}`,
        number: units.get(sheet)?.number ?? null,
        twice: second !== undefined,
        differing: second
          ? differences(form, first!.answers, second.answers).map((one) => ({
              name: one.name,
              label: labelOf(one),
              first: answerInWords(one.question, first!.answers[one.name]) || "空欄",
              second: answerInWords(one.question, second.answers[one.name]) || "空欄",
            }))
          : [],
      })),
    });
  },
});

const Keyed = z.looseObject({
  entry: choice("入力の回", ["1", "2"]),
  page1: z.string().default(""),
  page2: z.string().default(""),
  code: z.string().default(""),
});

/** Whose sheet it is: the unit that its page codes name, or the code of a worker. */
async function sheetOf(permit: SurveyPermit, survey: Survey, typed: z.output<typeof Keyed>) {
  if (survey.kind === "worker") {
    const sheet = surveyCodeHash(typed.code);
    const code = await lockCode(permit, sheet);
    return code?.surveyId === survey.id
      ? ok(sheet)
      : invalid({ code: ["この番号は使用済みか、この調査の番号ではありません。"] });
  }
  const number = unitOfPages([typed.page1, typed.page2]);
  if (number === "differ")
    return invalid({
      page2: ["表と裏のページ番号が違います。別の事業所の用紙が混ざっていないか確認してください。"],
    });
  const unit = number === undefined ? undefined : await findUnit(permit, survey.id, number);
  return unit
    ? ok(unit.id)
    : invalid({ page1: ["この番号の事業所はありません。用紙の右上の番号を入力してください。"] });
}

const entered = (state: "once" | "differing" | "done", differing = 0) => ok({ state, differing });

/** Keys a sheet, the first or the second time. The second is compared with the first as it is saved. */
export const enterPaper = command({
  name: "paper.enter",
  ...ofSurvey(),
  input: Keyed,
  async run(permit, { survey: id, organisation: _, ...typed }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state !== "open") return conflict("入力できるのは、実施中の調査だけです。");
    const sheet = await sheetOf(permit, survey, typed);
    if (!sheet.ok) return sheet;
    const { answers, errors } = readSheet(survey.questionnaire, typed);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const entry = Number(typed.entry);
    const held = await lockEntries(permit, id, sheet.value);
    if (entry === 2 && !held.some((one) => one.entry === 1))
      return invalid({ entry: ["この用紙は1回目の入力が済んでいません。1回目を選択してください。"] });
    if (entry === 1 && held.length > 0)
      return invalid({ entry: ["この用紙は1回目の入力が済んでいます。2回目を選択してください。"] });
    await upsertEntry(permit, id, {
      sheet: sheet.value,
      entry,
      answers,
      enteredBy: scopeOf(permit.actor).actor,
    });
    if (entry === 1) return entered("once");
    const first = held.find((one) => one.entry === 1)!.answers;
    const differing = differences(survey.questionnaire, first, answers).length;
    if (differing > 0) return entered("differing", differing);
    await settle(permit, survey, sheet.value, decided(survey.questionnaire, first, answers, {})!);
    return entered("done");
  },
});

/** Decides where two entries of a sheet differ; until then nothing of it counts or is exported. */
export const decidePaper = command({
  name: "paper.decide",
  ...ofSurvey({ sheet: z.string().min(36).max(64) }),
  input: z.looseObject({}),
  async run(permit, { survey: id, sheet, organisation: _, ...choice }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    const [first, second] = await lockEntries(permit, id, sheet);
    if (!first || !second) return notFound("paper");
    const answers = decided(survey.questionnaire, first.answers, second.answers, choice);
    if (!answers) return conflict("違いのあるすべての質問で、正しいほうを選択してください。");
    await settle(permit, survey, sheet, answers);
    return ok({ id });
  },
});

/** Takes back what was keyed of a sheet, as where it was keyed under the number of another workplace. */
export const discardPaper = command({
  name: "paper.discard",
  ...ofSurvey({ sheet: z.string().min(36).max(64) }),
  async run(permit, { survey: id, sheet }) {
    const survey = await lockSurvey(permit, id);
    if (!survey || (await lockEntries(permit, id, sheet)).length === 0) return notFound("paper");
    await deleteEntries(permit, id, sheet);
    return ok({ id });
  },
});

/** The sheet becomes an answer. Where the unit has answered on the screen too, both are kept and the first counts. */
async function settle(permit: SurveyPermit, survey: Survey, sheet: string, answers: Answers): Promise<void> {
  const state = completeness(survey.questionnaire, answers);
  await deleteEntries(permit, survey.id, sheet);
  if (survey.kind === "worker") {
    // Spent on the screen meanwhile, the code has its answer: the sheet is kept, and does not count.
    const code = await lockCode(permit, sheet);
    if (code) await noteAnswer(permit, survey.id, 1);
    await upsertAnswer(permit, survey, {
      ...{ unitId: null, cluster: code?.cluster ?? null, source: "paper" },
      ...{ state, counted: code !== undefined, answers },
    });
    return void (await deleteCode(permit, sheet));
  }
  const unit = (await lockHeldUnit(permit, sheet))!;
  const own = await selectOwnAnswers(permit, sheet);
  const web = survey.anonymous
    ? hasAnswered(survey, unit)
    : own.some((one) => one.source === "web" && one.counted && one.state === "complete");
  await noteAnswer(permit, survey.id, survey.anonymous ? 1 : 0);
  await upsertAnswer(permit, survey, {
    ...{ unitId: survey.anonymous ? null : unit.id, cluster: null, source: "paper" },
    ...{ state, counted: !web, answers },
  });
  if (web) return;
  await setOthersAside(permit, unit.id, "paper");
  await updateUnit(permit, unit.id, { disposition: state });
}
