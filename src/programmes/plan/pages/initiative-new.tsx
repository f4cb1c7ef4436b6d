import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { listChoices, listOrganisationNames } from "../chain/plan-place.queries.server.ts";
import { createInitiative } from "../initiatives/initiative.usecases.server.ts";
import type { Route } from "./+types/initiative-new";
import { InitiativeForm } from "./initiative-form.tsx";
import { editorsPlace, optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const { goals } = shown(await listChoices(app, actor, { area: area.id }));
  const names = shown(await listOrganisationNames(app, actor, { area: area.id }));
  return {
    base,
    name: area.name,
    goals: optionsOf(goals),
    names: names.map((one) => one.name),
    values: { goalId: url.searchParams.get("goal") ?? "", status: "planned" },
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { onArea, base } = await staffPlace(args);
  return answerForm(args.request, [onArea(createInitiative, ({ id }) => `${base}/initiatives/${id}`)]);
}

export default function NewInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, goals, names, values, once } = loaderData;
  return (
    <>
      <PageHead title="事業を計画する" lead={`${name}の計画`} />
      <p>
        <TextLink to={`${base}/library`}>ほかの地域の事業から選ぶ</TextLink>こともできます。
      </p>
      <InitiativeForm
        command="initiative.create"
        answer={actionData}
        values={values}
        once={once}
        goals={goals}
        names={names}
        submit="事業を計画に加える"
      />
    </>
  );
}
