import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { listParents } from "../bodies/body-tree.queries.server.ts";
import { createBody } from "../secretariat/body.commands.server.ts";
import type { Route } from "./+types/body-new";
import { BodyForm, parentOption } from "./body-form.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await councilPlace(args);
  const parents = shown(await listParents(app, actor, { area: area.id }));
  const once = newId() as string;
  return { name: area.name, once, parents: parents.map((one) => parentOption(one, area.id)) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const on = onTarget(app, actor, { area: area.id });
  return answerForm(args.request, [on(createBody, ({ id }) => `${base}/bodies/${id}?saved`)]);
}

export default function NewBody({ loaderData, actionData }: Route.ComponentProps) {
  const { name, once, parents } = loaderData;
  return (
    <>
      <PageHead title="会議体を登録する" lead={name} />
      <BodyForm
        command="body.create"
        answer={actionData}
        values={{ kind: "area_council" }}
        once={once}
        parents={parents}
        submit="登録する"
      />
    </>
  );
}
