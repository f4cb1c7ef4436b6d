import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { presentForm } from "../answering/answer-form.present.ts";
import { withBranches } from "../answering/branch.rules.ts";
import { formContext, languageOf } from "../answering/language.queries.server.ts";
import { previewSurvey, readSurvey } from "../design/survey.queries.server.ts";
import { readAnswers } from "../model/answer.rules.ts";
import { AnswerForm } from "../parts/answer-form.tsx";
import type { Route } from "./+types/survey-preview";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { survey } = shown(await readSurvey(app, actor, params));
  const { title, lead, sender, anonymous, questionnaire: form } = survey;
  return { view: presentForm({ title, lead, sender, anonymous, form }, formContext(url)) };
}

/** The steps of the form can be walked through; nothing is kept. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { survey } = shown(await readSurvey(app, actor, params));
  const check = (input: object) => readAnswers(survey.questionnaire, { ...input }, languageOf(url)).errors;
  const here = `/offices/${params.organisation}/surveys/${params.survey}/preview`;
  const on = onTarget(app, actor, params);
  return answerForm(request, [{ ...on(previewSurvey, () => here), check }]);
}

export default function SurveyPreview({ loaderData: { view }, actionData, params }: Route.ComponentProps) {
  const here = `/offices/${params.organisation}/surveys/${params.survey}`;
  return (
    <>
      <Notice title="回答する方が見る画面の見本です。送信しても保存されません。">
        <ButtonLink to={`${here}/sheets.pdf`} reload>
          紙の調査票（PDF）
        </ButtonLink>{" "}
        <ButtonLink to={here}>調査に戻る</ButtonLink>
      </Notice>
      <div className="mx-auto max-w-md border border-solid-gray-300 p-4">
        <AnswerForm view={withBranches(view)} command="survey.try" answer={actionData} />
      </div>
    </>
  );
}
