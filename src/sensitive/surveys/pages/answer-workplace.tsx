import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { keepDraft, readForm, submitAnswer } from "../answering/answer.usecases.server.ts";
import { presentForm } from "../answering/answer-form.present.ts";
import { withBranches } from "../answering/branch.rules.ts";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { formContext, languageOf } from "../answering/language.queries.server.ts";
import { readAnswers } from "../model/answer.rules.ts";
import { ANSWERING, answeringIn } from "../model/survey.messages.ts";
import { AnswerForm } from "../parts/answer-form.tsx";
import type { Route } from "./+types/answer-workplace";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await workplaceDoor(app, params.token);
  const found = door.ok ? await readForm(app, door.value.holder, { held: door.value.held }) : door;
  if (!found.ok)
    return data(
      { state: "over" as const, view: null, own: false, once: "", language: "ja", done: false },
      { status: 404 },
    );
  const { state, answers, ...form } = found.value;
  const around = formContext(url);
  return data({
    ...{ state, once: newId() as string, language: around.code, done: url.searchParams.has("done") },
    // What an anonymous workplace answered is found by nobody, also not by itself.
    own: !form.anonymous,
    view: state === "open" ? presentForm(form, around, answers) : null,
  });
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  const found = await readForm(app, holder, { held });
  const language = languageOf(url);
  const query = language === "ja" ? "" : `&lang=${language}`;
  const on = onTarget(app, holder, { held });
  const submit = {
    ...on(submitAnswer, () => `/s/${params.token}?done=1${query}`),
    check: (input: object) => (found.ok ? readAnswers(found.value.form, { ...input }, language).errors : {}),
  };
  // Each page of the form that is left is kept, so that the link goes on from there on another device.
  const form = await request.clone().formData();
  if (found.ok && !found.value.anonymous && form.has("step") && found.value.state === "open")
    await keepDraft(app, holder, { held }, { ...Object.fromEntries(severalOf(form)), language });
  return answerForm(request, [submit]);
}

/** A form as its fields: those that were sent several times as lists. */
const severalOf = (form: FormData): [string, unknown][] =>
  [...new Set(form.keys())].map((name) => {
    const all = form.getAll(name);
    return [name, all.length > 1 ? all : all[0]];
  });

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function AnswerWorkplace({ loaderData, actionData, params }: Route.ComponentProps) {
  const { state, view, own, once, language, done } = loaderData;
  const words = answeringIn(language);
  if (state === "answered" || done)
    return (
      <>
        <PageHead title={words.thanks} lead={done ? undefined : words.already} />
        {own ? <TextLink to={`/s/${params.token}/thanks`}>ご回答の内容と、地域の結果</TextLink> : null}
        {view ? (
          <p className="my-4">
            <TextLink to={`/s/${params.token}`}>{words.more}</TextLink>
          </p>
        ) : null}
      </>
    );
  if (!view) return <PageHead title={words.gone} lead={language === "ja" ? ANSWERING.en.gone : undefined} />;
  return (
    <AnswerForm
      view={withBranches(view)}
      command="answer.submit"
      answer={actionData}
      once={once}
      keeps={!view.anonymous}
      after={
        Object.keys(view.values).length > 0 ? <Notice title={words.kept} language={view.language} /> : null
      }
    />
  );
}
