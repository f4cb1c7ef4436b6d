import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { addQuestion, moveQuestion, retireQuestion } from "../design/question.commands.server.ts";
import {
  closeSurvey,
  copySurvey,
  forgetAnswers,
  openSurvey,
  saveSurvey,
} from "../design/survey.commands.server.ts";
import { readSurvey } from "../design/survey.queries.server.ts";
import { addStatement, raiseStatement } from "../hearings/statement.usecases.server.ts";
import { KIND_WORDS, STATE_WORDS } from "../model/survey.messages.ts";
import { EndForms } from "../parts/end-forms.tsx";
import { Hearing } from "../parts/hearing.tsx";
import { QuestionList } from "../parts/question-list.tsx";
import { FieldWork, Settings } from "../parts/survey-parts.tsx";
import type { Route } from "./+types/survey";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { survey, ...view } = shown(await readSurvey(app, actor, params));
  const { id, title, kind, state, fiscalYear, locked, anonymous } = survey;
  return {
    ...view,
    survey: { id, title, kind, state, fiscalYear, locked, anonymous },
    ...{ next: newId() as string, once: newId() as string, fresh: newId() as string },
  };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/surveys/${params.survey}`;
  const on = onTarget(app, actor, params);
  const ofQuestion = onTarget(app, actor, (input) => ({ ...params, question: String(input.question ?? "") }));
  const wave = onTarget(app, actor, (input) => ({ ...params, as: String(input.as ?? "") }));
  const ofStatement = onTarget(app, actor, (input) => ({
    ...params,
    statement: String(input.statement ?? ""),
  }));
  return answerForm(request, [
    ...[saveSurvey, openSurvey, closeSurvey, forgetAnswers].map((one) => on(one, () => here)),
    on(addQuestion, () => `${here}#questions`),
    on(addStatement, () => `${here}#statements`),
    ofStatement(raiseStatement, () => `${here}#statements`),
    ofQuestion(moveQuestion, () => `${here}#questions`),
    ofQuestion(retireQuestion, () => `${here}#questions`),
    wave(copySurvey, ({ id }) => `/offices/${params.organisation}/surveys/${id}`),
  ]);
}

export default function SurveyPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { survey, past, answers, form, questions, offered, can, work, statements, issues } = loaderData;
  const { next, once, fresh } = loaderData;
  const here = `/offices/${params.organisation}/surveys/${survey.id}`;
  const hearing = survey.kind === "hearing";
  return (
    <>
      <PageHead
        title={survey.title}
        lead={`${survey.fiscalYear}年度　${KIND_WORDS[survey.kind]}　${STATE_WORDS[survey.state]}`}
        actions={
          <>
            <ButtonLink to={`${here}/preview`}>プレビュー</ButtonLink>
            <ButtonLink to={`${here}/words/en`}>翻訳</ButtonLink>
            {hearing ? null : <ButtonLink to={`${here}/frame`}>対象と発送</ButtonLink>}
            {can.answer && !hearing ? <ButtonLink to={`${here}/paper`}>紙の調査票の入力</ButtonLink> : null}
            {can.make && !hearing ? <ButtonLink to={`${here}/results`}>集計</ButtonLink> : null}
          </>
        }
      />
      {survey.locked ? (
        <Notice title="回答を受け付けたため、この調査の質問は変更できません。次回の調査で変更できます。" />
      ) : null}
      {work ? <FieldWork work={work} /> : null}
      {can.open ? (
        <Section
          title="調査を始める"
          lead={`${hearing ? "" : "質問の登録と、対象の事業所の抽出を終えてから始めます。"}始めると、依頼状を送り、回答を受け付けられます。`}
        >
          <CommandForm command="survey.open" answer={actionData} once={once} submit="調査を始める" />
        </Section>
      ) : null}
      <EndForms {...{ can, past, answers, next, once, fresh, answer: actionData }} />
      {hearing ? (
        <Hearing
          statements={statements}
          issues={issues}
          once={fresh}
          answer={actionData}
          open={survey.state === "open"}
        />
      ) : null}
      <QuestionList
        questions={questions}
        here={here}
        editable={!survey.locked && can.edit === true}
        answer={actionData}
      />
      {!survey.locked && can.edit ? (
        <Section title="質問を追加する" lead="過去の調査の質問を選ぶと、前回の結果と比較できます。">
          <CommandForm command="question.add" answer={actionData} submit="追加する" kind="secondary">
            <SelectField label="質問" name="from" empty="選択してください" options={offered} />
          </CommandForm>
          <ButtonLink to={`${here}/questions/${fresh}`}>新しい質問を作成する</ButtonLink>
        </Section>
      ) : null}
      {can.save ? <Settings form={form} survey={survey} answer={actionData} /> : null}
    </>
  );
}
