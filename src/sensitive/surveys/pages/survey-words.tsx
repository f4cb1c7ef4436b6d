import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { readWords, translateQuestions } from "../design/translation.usecases.server.ts";
import type { Route } from "./+types/survey-words";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await readWords(app, actor, params));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/surveys/${params.survey}/words/${params.language}`;
  return answerForm(request, [onTarget(app, actor, params)(translateQuestions, () => here)]);
}

export default function SurveyWords({ loaderData, actionData, params }: Route.ComponentProps) {
  const { survey, name, languages, questions, form } = loaderData;
  const here = `/offices/${params.organisation}/surveys/${survey.id}`;
  return (
    <>
      <PageHead
        title={`調査票の翻訳（${name}）`}
        lead={survey.title}
        actions={
          <>
            <ButtonLink to={`${here}/preview?lang=${params.language}`}>プレビュー</ButtonLink>
            <ButtonLink to={here}>調査に戻る</ButtonLink>
          </>
        }
      />
      <p className="flex flex-wrap gap-4">
        {languages
          .filter(({ code }) => code !== params.language)
          .map((one) => (
            <TextLink key={one.code} to={`${here}/words/${one.code}`}>
              {one.name}
            </TextLink>
          ))}
      </p>
      {survey.locked ? <Notice title="回答を受け付けたため、翻訳は変更できません。" /> : null}
      <CommandForm
        {...form}
        key={params.language}
        command="question.translate"
        answer={actionData}
        submit="保存する"
        labels={Object.fromEntries(
          questions.flatMap(({ title, texts }) => texts.map((one) => [one.name, `${title} ${one.ja}`])),
        )}
      >
        {questions.map(({ id, title, texts }) => (
          <Section key={id} title={title}>
            {texts.map((one) => (
              <TextField key={one.name} label={one.ja} name={one.name} optional unmarked />
            ))}
          </Section>
        ))}
      </CommandForm>
    </>
  );
}
