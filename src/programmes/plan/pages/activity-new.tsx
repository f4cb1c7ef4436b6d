import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { idOf, newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { enterActivity, getActivity } from "../activities/activity.usecases.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { sameAgain } from "../model/activity.present.ts";
import type { Route } from "./+types/activity-new";
import { ActivityForm } from "./activity-form.tsx";
import { optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, url, ownOrganisation, mayRecord } = await staffPlace(args);
  if (!mayRecord) throw data(null, { status: 403 });
  const own =
    actor.kind === "person"
      ? actor.memberships.find((one) => one.areas.includes(area.id))?.organisationId
      : undefined;
  const { organisations, initiatives } = shown(await listChoices(app, actor, { area: area.id }));
  const id = idOf(url.searchParams.get("like"));
  const like = id && shown(await getActivity(app, actor, { area: area.id, id })).activity;
  return {
    name: area.name,
    values: {
      from: app.clock.today() as string,
      sessions: "1",
      kind: "outreach_lecture",
      host: organisations.find((one) => one.id === (ownOrganisation ?? own))?.name ?? "",
      initiativeId: url.searchParams.get("initiative") ?? "",
      ...(like && sameAgain(like)),
    },
    like: like ? like.title : null,
    initiatives: optionsOf(initiatives),
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, mayEdit, ownOrganisation } = await staffPlace(args);
  const on = onTarget(app, actor, { area: area.id, organisation: mayEdit ? null : ownOrganisation });
  return answerForm(args.request, [on(enterActivity, ({ id }) => `${base}/activities/${id}?saved=1`)]);
}

export default function NewActivity({ loaderData, actionData }: Route.ComponentProps) {
  const { name, values, initiatives, once, like } = loaderData;
  return (
    <>
      <PageHead
        title="活動を記録する"
        lead={like ? `${name}　「${like}」と同じ内容を入力しています` : name}
      />
      <ActivityForm
        command="activity.enter"
        answer={actionData}
        values={values}
        once={once}
        initiatives={initiatives}
        submit="保存する"
        photos
      />
    </>
  );
}
