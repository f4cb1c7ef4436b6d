import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { addMeasure } from "../initiatives/measures/usecases.server.ts";
import { getInitiative } from "../initiatives/usecases.server.ts";
import type { Route } from "./+types/measure-new";
import { MeasureForm } from "./measure-form.tsx";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { initiative, measures } = shown(await getInitiative(app, actor, area.id, args.params.initiative));
  return {
    back: `${base}/initiatives/${initiative.id}`,
    title: initiative.title,
    onceKey: newId() as string,
    wholes: measures.filter((one) => one.partOf === null).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const added = await addMeasure(app, actor, area.id, args.params.initiative, values);
  if (added.ok) throw redirect(`${base}/initiatives/${args.params.initiative}/measures/${added.value.id}`);
  if (added.error.kind !== "invalid") throw data(null, { status: statusOf(added.error) });
  return data({ errors: added.error.fields, values }, { status: 422 });
}

export default function NewMeasure({ loaderData, actionData }: Route.ComponentProps) {
  const { back, title, wholes, onceKey } = loaderData;
  return (
    <>
      <PageHead
        title="指標を加える"
        lead={
          <>
            <TextLink to={back}>{title}</TextLink>　次のページで年度ごとの値を書きます。
          </>
        }
      />
      <MeasureForm
        values={actionData?.values ?? {}}
        errors={actionData?.errors}
        wholes={wholes}
        submit="指標を加える"
        onceKey={onceKey}
      />
    </>
  );
}
