import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { getInitiative, saveInitiative } from "../initiatives/usecases.server.ts";
import type { Route } from "./+types/initiative-edit";
import { choicesOf, errorsOf, inputOf } from "./initiative-choices.tsx";
import { InitiativeForm } from "./initiative-form.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { initiative } = shown(await getInitiative(app, actor, area.id, args.params.initiative));
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  const lead = initiative.organisations.find((one) => one.role === "lead")?.name ?? "";
  const partners = initiative.organisations.filter((one) => one.role === "partner").map((one) => one.name);
  return {
    back: `${base}/initiatives/${initiative.id}`,
    name: area.name,
    choices: await choicesOf(app, actor, area.id),
    whoActs: initiative.whoActs,
    values: {
      title: initiative.title,
      fineKind: initiative.fineKind,
      goalId: text(initiative.goalId),
      lead,
      partners: partners.join("\n"),
      audience: initiative.audience,
      status: initiative.status as string,
      periodFrom: text(initiative.periodFrom),
      periodTo: text(initiative.periodTo),
      budgetYen: text(initiative.budgetYen),
      budgetOwner: initiative.budgetOwner,
      outputMeasure: initiative.outputMeasure,
      outcomeMeasure: initiative.outcomeMeasure,
      materials: initiative.materials,
      prefectureGoal: initiative.prefectureGoal,
    } as Record<string, string>,
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
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data({ errors: errorsOf(saved.error.fields, values), values, whoActs }, { status: 422 });
}

export default function EditInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { back, name, choices, values, whoActs } = loaderData;
  return (
    <>
      <PageHead title="事業を直す" lead={`${name}の計画`} />
      <InitiativeForm
        values={actionData?.values ?? values}
        whoActs={actionData?.whoActs ?? whoActs}
        errors={actionData?.errors}
        choices={choices}
        submit="保存する"
      />
      <p className="mt-8">
        <TextLink to={back}>やめる</TextLink>
      </p>
    </>
  );
}
