import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { getEvaluation, saveEvaluation } from "../evaluations/usecases.server.ts";
import { evaluationValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { EVALUATION, GRADE } from "../messages.ts";
import type { Evaluation } from "../schema.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/evaluation";
import { EvaluationForm } from "./evaluation-form.tsx";
import { OvertakenNotice, optionsOf, Shown } from "./overtaken.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

const homeOf = (base: string, { initiativeId, goalId }: Evaluation) =>
  initiativeId ? `${base}/initiatives/${initiativeId}` : `${base}/goals/${goalId}`;

const WORDS = { kind: optionsOf(EVALUATION), grade: optionsOf(GRADE) };

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const evaluation = shown(await getEvaluation(app, actor, area.id, args.params.evaluation));
  return {
    of: evaluation.of,
    back: `${homeOf(base, evaluation)}#evaluations`,
    ...asShown(evaluationValues(evaluation)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.evaluation;
  const back = `${homeOf(base, shown(await getEvaluation(app, actor, area.id, id)))}#evaluations`;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "evaluation", id));
    throw redirect(back);
  }
  const saved = await saveEvaluation(app, actor, area.id, id, values);
  if (saved.ok) throw redirect(back);
  if (saved.error.kind === "conflict") {
    const now = evaluationValues(shown(await getEvaluation(app, actor, area.id, id)));
    return data({ errors: {}, values, overtaken: overtakenBy(values, now) }, { status: 409 });
  }
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data({ errors: saved.error.fields, values, overtaken: undefined }, { status: 422 });
}

export default function EvaluationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { of, back, values } = loaderData;
  return (
    <>
      <PageHead title="評価を直す" lead={of} actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>} />
      <OvertakenNotice by={actionData?.overtaken} names={{ kind: "評価の種類" }} options={WORDS} />
      <EvaluationForm
        values={actionData?.values ?? values}
        errors={actionData?.errors}
        submit="評価を保存する"
        kind="primary"
      >
        <Shown answer={actionData} value={loaderData.shown} />
      </EvaluationForm>
      <div className="mt-10">
        <OnceForm submit="この評価を消す" kind="danger" busy="消しています…">
          <input type="hidden" name="intent" value="remove" />
        </OnceForm>
      </div>
    </>
  );
}
