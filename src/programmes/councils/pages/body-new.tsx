import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { listParents, saveBody } from "../bodies/usecases.server.ts";
import type { Route } from "./+types/body-new";
import { BodyForm, parentOption } from "./body-form.tsx";
import { councilPlace, fieldsOf } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await councilPlace(args);
  const parents = shown(await listParents(app, actor, area.id));
  const onceKey = newId() as string;
  return { name: area.name, onceKey, parents: parents.map((one) => parentOption(one, area.id)) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const values = await fieldsOf(args.request);
  const saved = await saveBody(app, actor, area.id, values, { onceKey: values.once });
  if (saved.ok) throw redirect(`${base}/bodies/${saved.value.id}?saved`);
  if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
  return data({ errors: saved.error.fields, values }, { status: 422 });
}

export default function NewBody({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title="会議体を登録する" lead={loaderData.name} />
      <BodyForm
        values={actionData?.values ?? { kind: "area_council" }}
        errors={actionData?.errors}
        parents={loaderData.parents}
        submit="登録する"
        onceKey={loaderData.onceKey}
      />
    </>
  );
}
