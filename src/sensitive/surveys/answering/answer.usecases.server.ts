import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { SurveyPermit } from "../access.ts";
import { findSurveyInReach } from "../design/survey.store.server.ts";
import { lockHeldUnit, updateUnit } from "../frame/unit.store.server.ts";
import { completeness, readAnswers } from "../model/answer.rules.ts";
import type { Questionnaire } from "../model/questionnaire.schema.ts";
import { answeringIn } from "../model/survey.messages.ts";
import { hasAnswered } from "../model/survey.rules.ts";
import type { Survey } from "../model/survey.schema.ts";
import { byHolder } from "../target.usecases.server.ts";
import {
  deleteCode,
  findCode,
  lockCode,
  noteAnswer,
  selectOwnAnswers,
  setOthersAside,
  upsertAnswer,
} from "./answer.store.server.ts";

/** What a form sends: its answers by name, and the language in which it was read. */
const Sent = z.looseObject({ language: z.string().max(20).default("ja") });

const asked = ({ title, lead, sender, questionnaire, closesOn, anonymous }: Survey) => ({
  ...{ title, lead, sender, closesOn, anonymous },
  form: questionnaire as Questionnaire,
});

const isOpen = (permit: SurveyPermit, { state, closesOn }: Survey): boolean =>
  state === "open" && (closesOn === null || permit.clock.today() <= closesOn);

/** The form of a workplace, with what it answered so far. */
export const readForm = query({
  name: "answer.read-form",
  ...byHolder("survey-unit"),
  async run(permit, { held }) {
    const unit = await lockHeldUnit(permit, held);
    const survey = unit && (await findSurveyInReach(permit, unit.surveyId));
    if (!unit || !survey) return notFound("survey");
    const own = (await selectOwnAnswers(permit, held)).find(({ source }) => source === "web");
    return ok({
      ...asked(survey),
      unit: { name: unit.name },
      state: hasAnswered(survey, unit) ? "answered" : isOpen(permit, survey) ? "open" : "over",
      answers: own?.answers ?? {},
    } as const);
  },
});

/** Keeps what a workplace has answered so far; an anonymous answer stays on the device until it is sent. */
export const keepDraft = command({
  name: "answer.keep",
  ...byHolder("survey-unit"),
  input: Sent,
  async run(permit, { held, language, ...sent }) {
    const unit = await lockHeldUnit(permit, held);
    const survey = unit && (await findSurveyInReach(permit, unit.surveyId));
    if (!unit || !survey) return notFound("survey");
    const say = answeringIn(language);
    if (!isOpen(permit, survey) || survey.anonymous) return conflict(say.gone);
    if (hasAnswered(survey, unit)) return conflict(say.already);
    const { answers } = readAnswers(survey.questionnaire, sent, language);
    const row = { unitId: unit.id, cluster: null, source: "web", state: "draft", counted: false } as const;
    await upsertAnswer(permit, survey, { ...row, answers });
    return ok(undefined);
  },
});

export const submitAnswer = command({
  name: "answer.submit",
  ...byHolder("survey-unit"),
  input: Sent,
  once: true,
  async run(permit, { held, language, ...sent }) {
    const unit = await lockHeldUnit(permit, held);
    const survey = unit && (await findSurveyInReach(permit, unit.surveyId));
    if (!unit || !survey) return notFound("survey");
    const say = answeringIn(language);
    if (!isOpen(permit, survey)) return conflict(say.gone);
    const own = await selectOwnAnswers(permit, held);
    if (
      hasAnswered(survey, unit) &&
      (survey.anonymous || own.some((one) => one.source === "web" && one.state !== "draft"))
    )
      return conflict(say.already);
    const { answers, errors } = readAnswers(survey.questionnaire, sent, language);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const state = completeness(survey.questionnaire, answers);
    // A sheet of paper came before: both are kept, and the first complete one counts.
    const paper = own.some((one) => one.source === "paper" && one.counted && one.state === "complete");
    await noteAnswer(permit, survey.id, survey.anonymous ? 1 : 0);
    await upsertAnswer(permit, survey, {
      ...{ unitId: survey.anonymous ? null : unit.id, cluster: null, source: "web" },
      ...{ state, counted: !paper, answers },
    });
    if (paper) return ok({ state });
    await setOthersAside(permit, unit.id, "web");
    await updateUnit(permit, unit.id, { disposition: state });
    return ok({ state });
  },
});

export const readWorkerForm = query({
  name: "worker-answer.read-form",
  ...byHolder("survey-code"),
  async run(permit, { held }) {
    const code = await findCode(permit, held);
    const survey = code && (await findSurveyInReach(permit, code.surveyId));
    return survey && isOpen(permit, survey) ? ok(asked(survey)) : notFound("survey");
  },
});

/** The code is spent, and the answer is kept without it. The same form sent twice finds no code any more. */
export const submitWorkerAnswer = command({
  name: "worker-answer.submit",
  ...byHolder("survey-code"),
  input: Sent,
  async run(permit, { held, language, ...sent }) {
    const code = await lockCode(permit, held);
    const survey = code && (await findSurveyInReach(permit, code.surveyId));
    const say = answeringIn(language);
    if (!code || !survey || !isOpen(permit, survey)) return conflict(say.already);
    const { answers, errors } = readAnswers(survey.questionnaire, sent, language);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const state = completeness(survey.questionnaire, answers);
    await noteAnswer(permit, survey.id, 1);
    const row = { unitId: null, cluster: code.cluster, source: "web", counted: true } as const;
    await upsertAnswer(permit, survey, { ...row, state, answers });
    await deleteCode(permit, held);
    return ok(undefined);
  },
});
