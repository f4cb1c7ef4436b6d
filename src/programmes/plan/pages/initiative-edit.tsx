import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { errorsOf } from "../initiatives/rules.ts";
import { getInitiative, saveInitiative } from "../initiatives/usecases.server.ts";
import { initiativeValues } from "../meanwhile/present.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import type { Route } from "./+types/initiative-edit";
import { choicesOf, inputOf } from "./initiative-choices.tsx";
import { type InitiativeChoices, InitiativeForm } from "./initiative-form.tsx";
import { OvertakenNotice, Shown } from "./overtaken.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { initiative } = shown(await getInitiative(app, actor, area.id, args.params.initiative));
  return {
    back: `${base}/initiatives/${initiative.id}`,
    name: area.name,
    choices: await choicesOf(app, actor, area.id),
    whoActs: initiative.whoActs,
    ...asShown(initiativeValues(initiative)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.initiative;
  const { initiative } = shown(await getInitiative(app, actor, area.id, id));
  const whoActs = (await args.request.clone().formData()).getAll("whoActs").map(String);
  const values = await fieldsOf(args.request);
  const input = await inputOf(app, actor, area.id, values, whoActs, initiative.organisations);
  const saved = await saveInitiative(app, actor, area.id, id, input);
  if (saved.ok) throw redirect(`${base}/initiatives/${id}?saved`);
  if (saved.error.kind === "conflict") {
    const { initiative: now } = shown(await getInitiative(app, actor, area.id, id));
    const typed = { ...values, whoActs: whoActs.toSorted().join(" ") };
    const overtaken = overtakenBy(typed, initiativeValues(now));
    return data({ errors: {}, values, whoActs, overtaken }, { status: 409 });
  }
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data(
    { errors: errorsOf(saved.error.fields, values), values, whoActs, overtaken: undefined },
    { status: 422 },
  );
}

const optionsOf = ({ goals, kinds, who, statuses }: InitiativeChoices) => ({
  goalId: goals,
  fineKind: kinds,
  whoActs: who,
  status: statuses,
});

export default function EditInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name, choices, values, whoActs } = loaderData;
  return (
    <>
      <PageHead title="事業を直す" lead={`${name}の計画`} />
      <OvertakenNotice
        by={actionData?.overtaken}
        names={{ title: "事業の名前" }}
        options={optionsOf(choices)}
      />
      <InitiativeForm
        values={actionData?.values ?? values}
        whoActs={actionData?.whoActs ?? whoActs}
        errors={actionData?.errors}
        choices={choices}
        submit="保存する"
      >
        <Shown answer={actionData} value={loaderData.shown} />
      </InitiativeForm>
      <p className="mt-8">
        <TextLink to={back}>やめる</TextLink>
      </p>
    </>
  );
}
