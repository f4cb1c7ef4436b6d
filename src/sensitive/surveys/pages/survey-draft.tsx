import { signedInRequest } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Comments } from "#ui/comments.tsx";
import { PageHead } from "#ui/page.tsx";
import { surveyComments } from "../design/comment.usecases.server.ts";
import { readSharedSurvey } from "../design/survey.queries.server.ts";
import { QuestionList } from "../parts/question-list.tsx";
import type { Route } from "./+types/survey-draft";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const survey = shown(await readSharedSurvey(app, actor, params));
  const of = { area: params.area as AreaId, kind: "survey" as const, id: params.survey };
  return { survey, comments: shown(await surveyComments.list(app, actor, of)), once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const of = { area: params.area as AreaId, kind: "survey" as const, id: params.survey };
  const here = `/areas/${params.area}/survey-drafts/${params.survey}#comments`;
  return answerForm(
    request,
    surveyComments.forms(app, actor, of, () => here),
  );
}

export default function SurveyDraft({
  loaderData: { survey, comments, once },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead title={`調査票の案　${survey.title}`} lead={survey.lead} />
      <QuestionList questions={survey.questions} here="" editable={false} answer={actionData} />
      <Comments
        command="survey-comment"
        view={comments}
        once={once}
        answer={actionData}
        parts={survey.questions.map((one) => ({
          value: one.id,
          label: `問${one.number}　${one.text.slice(0, 30)}`,
        }))}
        hint="例　選択肢に「検討中」を加えてはどうか。"
      />
    </>
  );
}
