import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { Done } from "#ui/done.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { INDICATOR_LABELS } from "../model/checkup-indicator.schema.ts";
import { answerChart } from "../questions/answer-chart.present.ts";
import { QUESTION_PAGE as PAGE, QUESTION_REFUSED } from "../questions/checkup-question.messages.ts";
import { answerColumns, presentAnswer } from "../questions/checkup-question.present.ts";
import { addressOf, questionOf } from "../questions/checkup-question.schema.ts";
import { askCheckups, deleteQuestion, saveQuestion } from "../questions/checkup-question.usecases.server.ts";
import type { Route } from "./+types/questions";
import { QuestionFields } from "./question-fields.tsx";
import { SavedQuestions } from "./saved-questions.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const question = questionOf(url.searchParams);
  const year = Number(url.searchParams.get("year")) || undefined;
  const asked = shown(await askCheckups(app, actor, { area: params.area, question, ...(year && { year }) }));
  return {
    question,
    year: asked.year,
    years: asked.years.map((one) => ({ value: String(one), label: showFiscalYearJa(fiscalYear(one)) })),
    answer: asked.answer && presentAnswer(asked.answer),
    chart: asked.answer && answerChart(asked.answer, PAGE.chart(INDICATOR_LABELS[question.indicator]!)),
    edition: asked.editions
      .map(({ number, madeOn, provided }) => `${PAGE.edition(number, madeOn)}　${provided}`)
      .join("／"),
    saved: asked.saved.map(({ id, title, question: own }) => ({ id, title, to: addressOf(own) })),
    address: addressOf(question),
    files: addressOf(question, asked.year),
    once: newId() as string,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onRow(app, actor, { area: params.area });
  const here = () => `/areas/${params.area}/checkups/questions`;
  return answerForm(request, [on(saveQuestion, here), on(deleteQuestion, here)]);
}

export default function Questions({ loaderData, actionData, params }: Route.ComponentProps) {
  const { question, year, years, answer, chart, edition, saved, address, files, once } = loaderData;
  const base = `/areas/${params.area}/checkups/questions`;
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} />
      <Done />
      <QuestionFields question={question} year={year} years={years} />
      {answer ? (
        <Section
          title={`${PAGE.answer}　${INDICATOR_LABELS[question.indicator]}`}
          lead={edition}
          actions={
            <>
              <ButtonLink to={`${base}.csv${files}`} reload>
                {PAGE.csv}
              </ButtonLink>
              <ButtonLink to={`${base}.xlsx${files}`} reload>
                {PAGE.xlsx}
              </ButtonLink>
            </>
          }
        >
          {answer.refused.map((reason) => (
            <Notice key={reason} kind="warning" title={reason} />
          ))}
          <Table
            caption={PAGE.answer}
            hideCaption
            rows={answer.rows}
            rowKey={(row) => row.key}
            columns={answerColumns(answer.heads)}
          />
          {chart ? (
            <ChartFigure
              title={PAGE.chart(INDICATOR_LABELS[question.indicator]!)}
              chart={chart}
              source={edition}
            />
          ) : null}
          {answer.tests.map((test) => (
            <p key={test}>{test}</p>
          ))}
          <CommandForm
            command="checkup-question.save"
            answer={actionData}
            once={once}
            submit={PAGE.save}
            kind="secondary"
            labels={{ title: PAGE.saveTitle }}
          >
            <input type="hidden" name="question" value={address} />
            <TextField label={PAGE.saveTitle} name="title" />
          </CommandForm>
        </Section>
      ) : (
        <p>{QUESTION_REFUSED.noEdition}</p>
      )}
      <SavedQuestions saved={saved} answer={actionData} />
    </>
  );
}
