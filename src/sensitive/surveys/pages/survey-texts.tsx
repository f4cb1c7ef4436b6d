import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Hidden } from "../parts/hidden-field.tsx";
import { codeTexts, listTexts, saveThemes } from "../results/free-text.usecases.server.ts";
import type { Route } from "./+types/survey-texts";

const pageAt = (url: URL) => url.searchParams.get("page") ?? "1";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await listTexts(app, actor, { ...params, page: pageAt(url) }));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const page = pageAt(url);
  const here = `/offices/${params.organisation}/surveys/${params.survey}/texts/${params.text}?page=${page}`;
  return answerForm(request, [
    onTarget(app, actor, params)(saveThemes, () => here),
    onTarget(app, actor, { ...params, page })(codeTexts, () => here),
  ]);
}

export default function SurveyTexts({ loaderData, actionData, params }: Route.ComponentProps) {
  const { survey, label, count, page, pages, others, texts, themes, form, themeForm } = loaderData;
  const here = `/offices/${params.organisation}/surveys/${survey.id}`;
  return (
    <>
      <PageHead
        title={`自由記述の分類　${survey.title}`}
        lead={`${label}　${count.all}件のうち${count.coded}件を分類済み`}
        actions={<ButtonLink to={`${here}/results`}>集計に戻る</ButtonLink>}
      />
      <p>
        記述の内容は公表されません。分類ごとの数だけを、ほかの質問と同じように集計します。変更が10件に達すると、次の集計に反映されます。10件未満の数は秘匿されます。
      </p>
      {others.map((one) => (
        <p key={one.name}>
          <TextLink to={`${here}/texts/${one.name}`}>{one.label}</TextLink>
        </p>
      ))}
      <Section title="分類">
        <CommandForm
          command="theme.save"
          answer={actionData}
          {...themeForm}
          key={themes.map(({ value }) => value).join()}
          submit="分類を保存する"
          kind="secondary"
          labels={{ themes: "分類" }}
        >
          <RowsField name="themes" label="分類" first={Math.max(3, themes.length)} most={20}>
            {(at) => (
              <>
                <Hidden name={at("id")} />
                <TextField label="文言" name={at("ja")} optional unmarked />
              </>
            )}
          </RowsField>
        </CommandForm>
      </Section>
      {themes.length > 0 && texts.length > 0 ? (
        <Section title={`記述（${page}／${pages}ページ）`}>
          <CommandForm
            {...form}
            key={page}
            command="free-text.code"
            answer={actionData}
            submit="保存する"
            labels={Object.fromEntries(texts.map((one) => [one.name, one.text.slice(0, 40)]))}
            options={Object.fromEntries(texts.map((one) => [one.name, themes]))}
          >
            {texts.map((one) => (
              <ChoiceField
                key={one.name}
                label={one.text}
                name={one.name}
                type="checkbox"
                options={themes}
                chips
              />
            ))}
          </CommandForm>
        </Section>
      ) : null}
      <p className="flex gap-4">
        {page > 1 ? <TextLink to={`?page=${page - 1}`}>前のページ</TextLink> : null}
        {page < pages ? <TextLink to={`?page=${page + 1}`}>次のページ</TextLink> : null}
      </p>
    </>
  );
}
