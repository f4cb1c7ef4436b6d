import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { labelled, SelectField, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { createSurvey } from "../design/survey.commands.server.ts";
import { listSurveys } from "../design/survey.queries.server.ts";
import { KIND_WORDS, STATE_WORDS } from "../model/survey.messages.ts";
import type { Route } from "./+types/surveys";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { surveys, forms } = shown(await listSurveys(app, actor, params));
  return { surveys, forms, id: newId() as string, once: newId() as string };
}

export async function action({ context, params: { organisation }, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, (input) => ({ organisation, survey: String(input.survey ?? "") }));
  return answerForm(request, [on(createSurvey, ({ id }) => `/offices/${organisation}/surveys/${id}`)]);
}

const LABELS = {
  title: "調査名",
  kind: "調査の種類",
  fiscalYear: "年度",
  base: "もとにする調査票",
  partner: "事業所の調査",
};
const field = labelled(LABELS);

export default function Surveys({ loaderData, actionData, params }: Route.ComponentProps) {
  const { surveys, forms, id, once } = loaderData;
  const to = (one: string) => `/offices/${params.organisation}/surveys/${one}`;
  const partners = surveys.filter(({ kind }) => kind === "workplace");
  return (
    <>
      <PageHead title="調査" />
      <LinkSection
        title="調査の一覧"
        none="調査はまだありません。下の欄から作成してください。"
        rows={surveys.map((one) => ({
          ...{ id: one.id, to: to(one.id), title: `${one.fiscalYear}年度　${one.title}` },
          ...{ detail: KIND_WORDS[one.kind], aside: STATE_WORDS[one.state] },
        }))}
      />
      <Section title="調査を作成する" lead="事業所用と従業員用の調査票のひな形を、そのまま使用できます。">
        <CommandForm
          command="survey.create"
          answer={actionData}
          once={once}
          submit="作成する"
          labels={LABELS}
        >
          <input type="hidden" name="survey" value={id} />
          <TextField {...field("title")} />
          <SelectField
            {...field("kind")}
            empty="選択してください"
            options={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
          />
          <FiscalYearField {...field("fiscalYear")} />
          <SelectField {...field("base")} empty="白紙から作成する" optional options={forms} />
          <SelectField
            {...field("partner")}
            hint="従業員への調査の場合に、対応する事業所の調査を選択します。"
            empty="なし"
            optional
            options={partners.map((one) => ({ value: one.id, label: `${one.fiscalYear}年度 ${one.title}` }))}
          />
        </CommandForm>
      </Section>
    </>
  );
}
