import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { sayVoice } from "../checks/act-check.commands.server.ts";
import { readVoiceForm } from "../checks/act-check.queries.server.ts";
import { CHECK } from "../model/act.messages.ts";
import { VOICE } from "../model/result.messages.ts";
import { spokenIn } from "../model/spoken.rules.ts";
import { AnswerField } from "../parts/answer-fields.tsx";
import { DeadCheck } from "../parts/dead-check.tsx";
import type { Route } from "./+types/voice";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const asked = url.searchParams.has("lang") ? { language } : {};
  const { found: form, ...dead } = await readByLink(app, token, "act-voice", (holder, at) =>
    readVoiceForm(app, holder, { ...at, ...asked }),
  );
  const none = { language, said: false, form: null, once: "", area: null };
  if (!form) return data({ ...none, ...dead }, { status: 404 });
  const said = url.searchParams.has("said");
  return data({ ...none, language: form.language, said, form, once: newId() as string });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "act-voice"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const lang = new URL(request.url).searchParams.get("lang");
  const spoken = lang === "en" || lang === "ja" ? `&lang=${lang}` : "";
  return answerForm(request, [on(sayVoice, () => `/av/${token}?said${spoken}`)]);
}

/** One of those who answer together says what they think; nobody is named. */
export default function Voice({
  loaderData: { language, said, form, once, area },
  actionData,
}: Route.ComponentProps) {
  if (!form) return <DeadCheck {...{ language, area }} />;
  const text = VOICE[language];
  return (
    <div className="max-w-2xl" lang={language}>
      <PageHead title={CHECK[language].title} place={form.area.name} lead={text.lead} />
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
