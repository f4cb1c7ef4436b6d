import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { errorsOf } from "../initiatives/rules.ts";
import { createInitiative } from "../initiatives/usecases.server.ts";
import type { Route } from "./+types/initiative-new";
import { choicesOf, inputOf } from "./initiative-choices.tsx";
import { InitiativeForm } from "./initiative-form.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const choices = await choicesOf(app, actor, area.id);
  return {
    base,
    name: area.name,
    choices,
    goal: url.searchParams.get("goal") ?? "",
    onceKey: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const whoActs = (await args.request.clone().formData()).getAll("whoActs").map(String);
  const values = await fieldsOf(args.request);
  const created = await createInitiative(
    app,
    actor,
    area.id,
    await inputOf(app, actor, area.id, values, whoActs),
  );
  if (created.ok) throw redirect(`${base}/initiatives/${created.value.id}`);
  if (created.error.kind !== "invalid") throw data(null, { status: statusOf(created.error) });
  return data({ errors: errorsOf(created.error.fields, values), values, whoActs }, { status: 422 });
}

export default function NewInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, choices, goal, onceKey } = loaderData;
  return (
    <>
      <PageHead title="事業を計画する" lead={`${name}の計画`} />
      <p>
        <TextLink to={`${base}/library`}>ほかの地域の事業から選ぶ</TextLink>こともできます。
      </p>
      <InitiativeForm
        values={actionData?.values ?? { goalId: goal, status: "planned" }}
        whoActs={actionData?.whoActs ?? []}
        errors={actionData?.errors}
        choices={choices}
        submit="事業を計画に加える"
        onceKey={onceKey}
      />
    </>
  );
}
