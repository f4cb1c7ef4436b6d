import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { getTarget, saveTarget } from "../chain/target.usecases.server.ts";
import { removeThing } from "../deleting/deleted-row.usecases.server.ts";
import { targetValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/target-edit";
import { RemoveForm } from "./parts.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";
import { TargetForm } from "./target-form.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const target = shown(await getTarget(app, actor, { area: area.id, id: args.params.target }));
  const { goals } = shown(await listChoices(app, actor, { area: area.id }));
  const values = targetValues(target);
  return {
    id: target.id,
    name: area.name,
    back: `${base}/targets/${target.id}`,
    goals: optionsOf(goals),
    values,
    seen: fingerprintOf(values),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, onPart, base } = await staffPlace(args);
  return answerForm(args.request, [
    onRow(args.params.target)(saveTarget, ({ id }) => `${base}/targets/${id}?saved`),
    onPart({ under: args.params.target })(removeThing, () => `${base}?removed`),
  ]);
}

export default function EditTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { id, back, name, goals, values, seen } = loaderData;
  return (
    <>
      <PageHead
        title="目標値を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <TargetForm
        command="target.save"
        answer={actionData}
        values={values}
        seen={seen}
        goals={goals}
        submit="保存する"
      />
      <div className="mt-10">
        <RemoveForm thing="target" id={id} submit="この目標値を消す" />
      </div>
    </>
  );
}
