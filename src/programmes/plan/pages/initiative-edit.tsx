import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { listChoices, listOrganisationNames } from "../chain/plan-place.queries.server.ts";
import { getInitiative, saveInitiative } from "../initiatives/initiative.usecases.server.ts";
import { initiativeValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/initiative-edit";
import { InitiativeForm } from "./initiative-form.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const target = { area: area.id, id: args.params.initiative };
  const { initiative } = shown(await getInitiative(app, actor, target));
  const { goals } = shown(await listChoices(app, actor, { area: area.id }));
  const names = shown(await listOrganisationNames(app, actor, { area: area.id }));
  const values = initiativeValues(initiative);
  return {
    back: `${base}/initiatives/${initiative.id}`,
    name: area.name,
    goals: optionsOf(goals),
    names: names.map((one) => one.name),
    values,
    seen: fingerprintOf(values),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, base } = await staffPlace(args);
  const id = args.params.initiative;
  return answerForm(args.request, [onRow(id)(saveInitiative, () => `${base}/initiatives/${id}?saved`)]);
}

export default function EditInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name, goals, names, values, seen } = loaderData;
  return (
    <>
      <PageHead title="事業を直す" lead={`${name}の計画`} />
      <InitiativeForm
        command="initiative.save"
        answer={actionData}
        values={values}
        seen={seen}
        goals={goals}
        names={names}
        submit="保存する"
      />
      <p className="mt-8">
        <TextLink to={back}>やめる</TextLink>
      </p>
    </>
  );
}
