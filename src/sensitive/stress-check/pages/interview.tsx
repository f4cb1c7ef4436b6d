import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { readInterview, reportInterview } from "../interviews/interview.usecases.server.ts";
import { OPINION_WORDS, REPORTED } from "../model/stress.messages.ts";
import { Profile } from "../parts/profile.tsx";
import type { Route } from "./+types/interview";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await readInterview(app, actor, params));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/stress-interviews/${params.request}`;
  return answerForm(request, [onTarget(app, actor, params)(reportInterview, () => here)]);
}

const LABELS = {
  ...{ interviewOn: "面接日", report: "面接の記録（事業者には伝わりません）", class: "就業区分" },
  measures: "就業上の措置に関する意見",
};
const field = labelled(LABELS);

export default function Interview({ loaderData, actionData }: Route.ComponentProps) {
  const { name, askedOn, score, measured, values, seen } = loaderData;
  return (
    <>
      <PageHead title={name} lead={`申出 ${showDateJa(askedOn)}`} />
      <Profile score={score} />
      <Section
        title="面接の記録と意見"
        lead="意見は事業者に伝わります。診断名・回答・点数は書かないでください。"
      >
        {measured ? (
          <>
            <Notice title={REPORTED} />
            <Facts
              items={[
                { name: LABELS.interviewOn, value: showDateJa(plainDate(values.interviewOn)) },
                { name: LABELS.report, value: values.report },
                { name: LABELS.class, value: OPINION_WORDS[values.class as keyof typeof OPINION_WORDS] },
                { name: LABELS.measures, value: values.measures },
              ]}
            />
          </>
        ) : (
          <CommandForm
            command="stress-interview.report"
            answer={actionData}
            {...{ values, seen }}
            submit="保存する"
            labels={LABELS}
            private
          >
            <DayField {...field("interviewOn")} />
            <TextArea {...field("report")} rows={6} most={2000} />
            <SelectField
              {...field("class")}
              empty="選択してください"
              options={Object.entries(OPINION_WORDS).map(([value, label]) => ({ value, label }))}
            />
            <TextField {...field("measures")} />
          </CommandForm>
        )}
      </Section>
    </>
  );
}
