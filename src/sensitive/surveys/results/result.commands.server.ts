import { loadSolver } from "@yui/healthstats";
import { type EditionContent, makeEdition, publishMade } from "#evidence/publication/public.ts";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { listPlanChoices } from "#programmes/plan/public.ts";
import type { SurveyPermit } from "../access.ts";
import { findSurvey, lockSurvey } from "../design/survey.store.server.ts";
import { fieldWork } from "../frame/rate.queries.server.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { columnsFor, type EditionFacts, numbered, tabled, tablesFor } from "./edition.rules.ts";
import { selectFindings } from "./finding.store.server.ts";
import { moveTargets } from "./finding-target.usecases.server.ts";
import { presentRates, presentTable } from "./result.present.ts";
import { waveChange } from "./result.rules.ts";
import { chartOf } from "./result-chart.present.ts";
import {
  findLastEdition,
  insertEdition,
  markPublished,
  type SurveyEdition,
  selectColumns,
  selectCounted,
} from "./step.store.server.ts";
import { STEP, takeStep } from "./step.usecases.server.ts";
import { textsIn } from "./theme.rules.ts";

/** Makes the tables as they stand at the last step, suppressed beside all that were made of this survey before. */
export async function makeTables(
  permit: SurveyPermit,
  given: Survey,
  app: App,
): Promise<Result<{ number: number; moved: number }>> {
  const survey = await takeStep(permit, given);
  if (survey.stepped < STEP)
    return conflict(`回答が${STEP}件以上になると集計できます。個々の回答が分からないようにするためです。`);
  const columns = await selectColumns(permit, survey.id, columnsFor(survey));
  const { publication, counts, facts } = tablesFor(survey, columns);
  if (publication.tables.length === 0)
    return conflict("集計表が登録されていません。調査の設定で登録してください。");
  const earlier = await selectCounted(permit, survey.id);
  const last = earlier[0];
  if (last && JSON.stringify(last.counts) === JSON.stringify(counts))
    return ok({ number: last.number, moved: 0 });
  const period = { key: String(survey.fiscalYear), label: `${survey.fiscalYear}年度` };
  const content = makeEdition(publication, period, counts, earlier, await loadSolver());
  const { frame, rates, dispositions } = await fieldWork(permit, survey);
  const whole: EditionFacts = {
    ...{ ...facts, answers: survey.stepped, rates },
    population: survey.kind === "workplace" ? frame - dispositions.closed : null,
    strata: (survey.sampling?.strata ?? []).map(({ name, population }) => ({ name, population })),
  };
  const number = (last?.number ?? 0) + 1;
  const edition = { number, madeAt: permit.clock.now(), content, facts: whole, published: false };
  await insertEdition(permit, survey, edition, counts);
  return ok({
    number,
    moved: survey.state === "closed" ? await moveTargets(permit, survey, edition, app) : 0,
  });
}

export const makeResult = command({
  name: "result.make",
  ...ofSurvey(),
  async run(permit, { survey: id }, app) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state === "draft") return conflict("調査を始めてから集計してください。");
    return makeTables(permit, survey, app);
  },
});

/** What the tables of a survey say, with what is found in them, and beside the wave before. */
export const readResult = query({
  name: "result.read",
  ...ofSurvey(),
  async run(permit, { survey: id }, app) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const edition = await findLastEdition(permit, id);
    const before = survey.previousId ? await findLastEdition(permit, survey.previousId) : undefined;
    const variables = tabled(survey);
    const isOrdered = (name: string) => variables.find((one) => one.name === name)?.question.kind === "scale";
    const work = await fieldWork(permit, survey);
    const plan = await alsoDo(permit, listPlanChoices, { area: permit.subject.area }, undefined, app);
    const { title, fiscalYear, state, stepped, kind } = survey;
    return ok({
      survey: { id, title, fiscalYear, state, stepped, kind },
      edition: edition && {
        number: edition.number,
        published: edition.published,
        answers: edition.facts.answers,
      },
      rates: presentRates({ rates: work.rates } as EditionFacts),
      low: (work.rates?.rr1 ?? 1) < LOW_RATE,
      work,
      four: edition
        ? variables.flatMap(({ name, question, row }) => {
            const four = edition.facts.four[name];
            return four
              ? [{ name, label: `${question.text.ja}${row ? `：${row.label.ja}` : ""}`, ...four }]
              : [];
          })
        : [],
      numbers: edition
        ? numbered(survey).flatMap(({ name, question }) => {
            const told = edition.facts.numbers[name];
            return told ? [{ name, label: question.text.ja, unit: question.unit ?? "", ...told }] : [];
          })
        : [],
      tables: edition
        ? edition.content.tables
            .filter(({ key }) => !key.endsWith("--weights"))
            .map((table) => ({
              ...presentTable(table, edition.content, edition.facts, isOrdered(table.axes[0]!.name)),
              chart: chartOf(table, edition.facts),
              waves: before ? wavesOf(table.key, edition, before) : [],
            }))
        : [],
      texts: state === "closed" ? textsIn(survey.questionnaire) : [],
      findings: await selectFindings(permit, id),
      issues: plan.ok ? plan.value.issues.map((one) => ({ value: one.id, label: one.title })) : [],
    });
  },
});

/** Under this rate a target that rests on the survey has to say why it may. */
export const LOW_RATE = 0.5;

/** Of a question told of all: each choice beside the wave before, or why it is not. */
function wavesOf(key: string, now: SurveyEdition, before: SurveyEdition): string[] {
  const table = now.content.tables.find((one) => one.key === key);
  if (table?.axes.length !== 1) return [];
  const { name, categories } = table.axes[0]!;
  const lines = categories.flatMap(({ key: choice, label }) => {
    if (choice === "blank") return [];
    const change = waveChange({ question: name, choices: [choice], group: [] }, now, before);
    if (change.kind === "not-comparable") return [change.why];
    const show = (value: number) => `${(value * 100).toFixed(1)}％`;
    const p = change.p === null ? "" : `（p=${change.p < 0.001 ? "0.001未満" : change.p.toFixed(3)}）`;
    return [`${label} 前回 ${show(change.before.value)} → 今回 ${show(change.now.value)}${p}`];
  });
  return [...new Set(lines)];
}

/** The tables go out to everybody, as they were made. */
export const publishResult = command({
  name: "result.publish",
  ...ofSurvey(),
  async run(permit, { survey: id }) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state !== "closed") return conflict("調査を終了してから公表してください。");
    const edition = await findLastEdition(permit, id);
    if (!edition) return conflict("先に集計してください。");
    if (edition.published) return conflict("この集計は、すでに公表されています。");
    // The tables of strata are for the weights alone.
    const content: EditionContent = {
      ...edition.content,
      tables: edition.content.tables.filter(({ key }) => !key.endsWith("--weights")),
    };
    const [{ counts }] = (await selectCounted(permit, id)) as [
      Awaited<ReturnType<typeof selectCounted>>[number],
    ];
    await publishMade(permit, permit.subject.area, { content, counts });
    await markPublished(permit, id, edition.number);
    return ok({ number: edition.number });
  },
});
