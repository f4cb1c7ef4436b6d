import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { getEvaluation, saveEvaluation } from "../chain/evaluation.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import type { Evaluation } from "../model/plan.schema.ts";
import { evaluationValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/evaluation";
import { EvaluationForm } from "./evaluation-form.tsx";
import { RemoveForm } from "./parts.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

const homeOf = (base: string, { initiativeId, goalId }: Evaluation) =>
  `${base}/${initiativeId ? `initiatives/${initiativeId}` : `goals/${goalId}`}#evaluations`;

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const target = { area: area.id, id: args.params.evaluation };
  const evaluation = shown(await getEvaluation(app, actor, target));
  const values = evaluationValues(evaluation);
  return {
    id: evaluation.id,
    of: evaluation.of,
    back: homeOf(base, evaluation),
    values,
    seen: fingerprintOf(values),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, onRow, onPart } = await staffPlace(args);
  const id = args.params.evaluation;
  const evaluation = shown(await getEvaluation(app, actor, { area: area.id, id }));
  const then = () => homeOf(base, evaluation);
  return answerForm(args.request, [onRow(id)(saveEvaluation, then), onPart({ under: id })(removePart, then)]);
}

export default function EvaluationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, of, back, values, seen } = loaderData;
  return (
    <>
      <PageHead
        title="評価を編集する"
        lead={of}
        actions={<ButtonLink to={back}>変更せずに戻る</ButtonLink>}
      />
      <EvaluationForm command="evaluation.save" answer={actionData} values={values} seen={seen} />
      <div className="mt-10">
        <RemoveForm kind="evaluation" id={id} named={of} open="この評価を削除する" />
      </div>
    </>
  );
}
