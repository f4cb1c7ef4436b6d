import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { readWorkerForm, submitWorkerAnswer } from "../answering/answer.usecases.server.ts";
import { presentForm } from "../answering/answer-form.present.ts";
import { withBranches } from "../answering/branch.rules.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { formContext, languageOf } from "../answering/language.queries.server.ts";
import { readAnswers } from "../model/answer.rules.ts";
import { ANSWERING } from "../model/survey.messages.ts";
import { AnswerForm } from "../parts/answer-form.tsx";
import type { Route } from "./+types/answer-worker";

/** The form of a worker, by a code. What is typed stays on the device until it is sent. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const found = await readWorkerForm(app, holder, { held });
  if (!found.ok) return data({ view: null }, { status: 404 });
  return data({ view: presentForm(found.value, formContext(url)) });
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = workerDoor(params.token);
  const language = languageOf(url);
  const found = await readWorkerForm(app, holder, { held });
  const on = onTarget(app, holder, { held });
  const submit = {
    ...on(submitWorkerAnswer, () => `/w?done=1${language === "ja" ? "" : `&lang=${language}`}`),
    check: (input: object) => (found.ok ? readAnswers(found.value.form, { ...input }, language).errors : {}),
  };
  return answerForm(request, [submit]);
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function AnswerWorker({ loaderData: { view }, actionData }: Route.ComponentProps) {
  if (!view)
    return (
      <>
        <PageHead title={ANSWERING.ja.gone} lead={ANSWERING.en.gone} />
        <TextLink to="/w">{`${ANSWERING.ja.retype}・${ANSWERING.en.retype}`}</TextLink>
      </>
    );
  return <AnswerForm view={withBranches(view)} command="worker-answer.submit" answer={actionData} />;
}
