import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { awayFrom } from "#platform/web/away.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Leave } from "#ui/leave.tsx";
import { PageHead } from "#ui/page.tsx";
import { KOKORO, spokenIn, VOICE_STEPS_IN } from "../model/kokoro.messages.ts";
import { VOICE_STEPS } from "../model/prevention-kinds.schema.ts";
import { answerSheet, readSheet, voiceDoor } from "../paths/voice.usecases.server.ts";
import type { Route } from "./+types/voice";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  if (url.searchParams.has("leave")) throw awayFrom();
  const { app } = requestOf(context);
  const language = spokenIn(url);
  const door = await voiceDoor(app, params.token);
  const found = door.ok ? await readSheet(app, door.value.holder, { held: door.value.held }) : door;
  return data({ language, open: found.ok }, { status: found.ok || url.searchParams.has("sent") ? 200 : 404 });
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await voiceDoor(app, params.token));
  const lang = spokenIn(url) === "en" ? "&lang=en" : "";
  return answerForm(request, [
    onTarget(app, holder, { held })(answerSheet, () => `/voices/${params.token}?sent${lang}`),
  ]);
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

/** What a family thought of how it was asked and looked after: four choices, no words, no name. */
export default function Voice({ loaderData: { language, open }, actionData: answer }: Route.ComponentProps) {
  const { leave, voice: say } = KOKORO[language];
  return (
    <div lang={language}>
      <PageHead title={say.title} lead={open ? say.lead : say.gone} />
      {open ? (
        <CommandForm
          command="prevention-voice.answer"
          answer={answer}
          submit={say.send}
          language={language}
          private
        >
          {VOICE_STEPS.map((step) => (
            <ChoiceField
              key={step}
              label={VOICE_STEPS_IN[language][step]!}
              name={step}
              type="radio"
              optional
              options={(["4", "3", "2", "1"] as const).map((value) => ({ value, label: say.grades[value] }))}
            />
          ))}
        </CommandForm>
      ) : null}
      <Leave label={leave} />
    </div>
  );
}
