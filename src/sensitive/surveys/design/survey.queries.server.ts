import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { inArea, NATION, ofToday } from "#foundation/areas/public.ts";
import { alsoDo, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { allows } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { listPlanChoices } from "#programmes/plan/public.ts";
import { policy } from "../access.ts";
import { countAnswers } from "../answering/answer.store.server.ts";
import { fieldWork } from "../frame/rate.queries.server.ts";
import { countUnits } from "../frame/unit.store.server.ts";
import { selectStatements } from "../hearings/statement.store.server.ts";
import { readBank } from "../model/bank.usecases.server.ts";
import { standing } from "../model/questionnaire.rules.ts";
import { isPast } from "../model/survey.rules.ts";
import { SURVEY } from "../model/survey.schema.ts";
import { presentRates } from "../results/result.present.ts";
import { atOffice, ofSurvey } from "../target.usecases.server.ts";
import { shownQuestions, surveyValues } from "./survey.present.ts";
import {
  countSurveys,
  findSurvey,
  findSurveyInReach,
  selectAsked,
  selectSurveys,
} from "./survey.store.server.ts";

export const surveyOffices = query({
  name: "survey.list-offices",
  ...ofToday(policy),
  async run(permit) {
    const offices = await getOrganisations(permit, organisationsOf(permit.actor, ["coordinator"]));
    return ok([...offices.values()].map(({ id, name }) => ({ id, name })));
  },
});

export const listSurveys = query({
  name: "survey.list",
  ...atOffice(),
  async run(permit) {
    const all = await selectSurveys(permit);
    return ok({
      surveys: all.map(({ id, title, kind, state, fiscalYear, closesOn }) => ({
        id,
        title,
        kind,
        state,
        fiscalYear,
        closesOn,
      })),
      forms: readBank().forms.map(({ key, title }) => ({ value: key, label: title })),
    });
  },
});

/** One survey for its office: settings, questions, what can be added, how the field work stands. */
export const readSurvey = query({
  name: "survey.read",
  ...ofSurvey(),
  async run(permit, { survey: id }, app) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const used = new Set(standing(survey.questionnaire.questions).map((one) => one.id));
    const asked = new Map(
      (await selectAsked(permit, id))
        .flatMap(({ title, fiscalYear, questionnaire }) =>
          standing(questionnaire.questions).map(
            (one) => [one.id, `${one.text.ja}（${fiscalYear}年度 ${title}）`] as const,
          ),
        )
        .filter(([one]) => !used.has(one))
        .toReversed(),
    );
    const work = survey.kind === "hearing" ? undefined : await fieldWork(permit, survey);
    const plan = await alsoDo(permit, listPlanChoices, { area: permit.subject.area }, undefined, app);
    return ok({
      survey,
      past: isPast(survey, permit.clock.today()),
      answers: await countAnswers(permit, id),
      form: formShowing(surveyValues(survey)),
      questions: shownQuestions(survey.questionnaire),
      offered: [
        ...[...asked].map(([value, label]) => ({ value, label: `過去の調査の質問：${label}` })),
        ...readBank()
          .questions.filter(({ question }) => !used.has(question.id) && !asked.has(question.id))
          .map(({ topic, question }) => ({ value: question.id, label: `${topic}：${question.text.ja}` })),
      ],
      can: Object.fromEntries(
        (
          ["save", "edit", "open", "send", "close", "make", "publish", "copy", "forget", "answer"] as const
        ).map((step) => [step, allows(SURVEY, survey.state, step as never)]),
      ) as Readonly<Record<string, boolean>>,
      work: work && { ...work, shown: presentRates({ rates: work.rates } as never) },
      statements: survey.kind === "hearing" ? await selectStatements(permit, id) : [],
      issues: plan.ok ? plan.value.issues.map((one) => ({ value: one.id, label: one.title })) : [],
    });
  },
});

/** The end of a form that is only looked at: nothing of it is kept. */
export const previewSurvey = query({
  name: "survey.try",
  ...ofSurvey(),
  run: async (_permit, { survey }) => ok({ id: survey }),
});

/** A draft for the members of the council, question by question, where its office shares it. */
export const readSharedSurvey = query({
  name: "survey.read-shared",
  ...inArea(policy, "survey", { survey: rowId() }),
  async run(permit, { survey: id }) {
    const survey = await findSurveyInReach(permit, id);
    if (!survey?.shared || survey.areaId !== permit.subject.area) return notFound("survey");
    const { title, lead, state, questionnaire } = survey;
    return ok({ id, title, lead, state, questions: shownQuestions(questionnaire) });
  },
});

/** Surveys that end within a week, and those that are over without a table. */
export const surveysToday = query({
  name: "survey.read-today",
  ...ofToday(policy),
  async run(permit) {
    const items: TodayItem[] = [];
    const soon = addDays(permit.clock.today(), 7);
    for (const office of organisationsOf(permit.actor, ["coordinator"])) {
      for (const { id, title, state, closesOn, closedOn } of await selectSurveys(permit, office)) {
        if (isPast({ closedOn }, permit.clock.today()) && (await countUnits(permit, id)).length > 0)
          items.push({
            ...{ urgency: "know" as const, title: `「${title}」の名簿と回答の保存期間が過ぎています` },
            action: { to: `/offices/${office}/surveys/${id}`, label: "削除する" },
          });
        if (state === "open" && closesOn !== null && closesOn <= soon)
          items.push({
            ...{ urgency: "know" as const, title: `「${title}」の回答期限が近づいています`, due: closesOn },
            action: { to: `/offices/${office}/surveys/${id}`, label: "状況を確認する" },
          });
      }
    }
    return ok(items);
  },
});

/** For the command line: which surveys there are, without anything that was answered. */
export const countAllSurveys = query({
  name: "survey.count",
  policy,
  target: z.object({}),
  subject: () => ({ type: "survey", area: NATION }),
  run: async (permit) => ok(await countSurveys(permit)),
});
