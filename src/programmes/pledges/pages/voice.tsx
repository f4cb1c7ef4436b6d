import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { sayVoice } from "../checks/act-check.commands.server.ts";
import { readVoiceForm } from "../checks/act-check.queries.server.ts";
import { CHECK } from "../model/act.messages.ts";
import { VOICE } from "../model/result.messages.ts";
import { spokenIn } from "../model/spoken.rules.ts";
import { AnswerField } from "../parts/answer-fields.tsx";
import type { Route } from "./+types/voice";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "act-voice");
  const language = spokenIn(url.searchParams);
  if (!opened.ok) return data({ language, said: false, form: null, once: "" }, { status: 404 });
  const { holder } = opened.value;
  const form = shown(await readVoiceForm(app, holder, { area: holder.area!, id: holder.subject }));
  return { language: form.language, said: url.searchParams.has("said"), form, once: newId() as string };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "act-voice"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  return answerForm(request, [on(sayVoice, () => `/av/${token}?said`)]);
}

/** One of those who answer together says what they think; nobody is named. */
export default function Voice({
  loaderData: { language, said, form, once },
  actionData,
}: Route.ComponentProps) {
  if (!form) return <Empty title={CHECK[language].dead} />;
  const text = VOICE[language];
  return (
    <div className="max-w-2xl" lang={language}>
      <PageHead title={`${CHECK[language].title}　${form.area.name}`} lead={text.lead} />
      {said ? (
        <Notice kind="success" title={text.said} language={language} />
      ) : (
        <CommandForm
          command="act-voice.say"
          answer={actionData}
          once={once}
          submit={text.submit}
          language={language}
        >
          {form.questions.map((question) => (
            <AnswerField key={question.key} {...{ question, language }} />
          ))}
        </CommandForm>
      )}
    </div>
  );
}
