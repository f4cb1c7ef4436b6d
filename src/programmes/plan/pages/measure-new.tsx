import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { getInitiative } from "../initiatives/initiative.usecases.server.ts";
import { addMeasure } from "../initiatives/measure.usecases.server.ts";
import type { Route } from "./+types/measure-new";
import { MeasureForm } from "./measure-form.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { initiative, measures } = shown(
    await getInitiative(app, actor, { area: area.id, id: args.params.initiative }),
  );
  return {
    back: `${base}/initiatives/${initiative.id}`,
    title: initiative.title,
    once: newId() as string,
    wholes: measures.filter((one) => one.partOf === null).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, base } = await staffPlace(args);
  const { initiative } = args.params;
  return answerForm(args.request, [
    onRow(initiative)(addMeasure, ({ id }) => `${base}/initiatives/${initiative}/measures/${id}`),
  ]);
}

export default function NewMeasure({ loaderData, actionData }: Route.ComponentProps) {
  const { back, title, wholes, once } = loaderData;
  return (
    <>
      <PageHead
        title="指標を追加する"
        lead={
          <>
            <TextLink to={back}>{title}</TextLink>　次のページで年度ごとの値を登録します。
          </>
        }
      />
      <MeasureForm
        command="measure.create"
        answer={actionData}
        values={{ kind: "output" }}
        once={once}
        wholes={wholes}
        submit="指標を追加する"
      />
    </>
  );
}
