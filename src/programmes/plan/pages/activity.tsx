import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { getActivity, saveActivity } from "../activities/activity.usecases.server.ts";
import { addActivityFiles, removeActivityFile } from "../activities/activity-file.usecases.server.ts";
import { listChoices } from "../chain/plan-place.queries.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { factsOf, formValuesOf } from "../model/activity.present.ts";
import { activityKindLabel } from "../model/plan.messages.ts";
import type { Route } from "./+types/activity";
import { ActivityFiles } from "./activity-files.tsx";
import { ActivityForm } from "./activity-form.tsx";
import { RemoveForm } from "./parts.tsx";
import { optionsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord, ownOrganisation, url } = await staffPlace(args);
  const target = { area: area.id, id: args.params.activity };
  const { activity, files } = shown(await getActivity(app, actor, target));
  const { initiatives } = shown(await listChoices(app, actor, { area: area.id }));
  const values = formValuesOf(activity);
  return {
    base,
    id: activity.id,
    path: `${base}/activities/${activity.id}`,
    name: area.name,
    title: activity.title,
    mayEdit,
    mayRecord,
    mayChange: mayEdit || (ownOrganisation !== null && activity.hostOrganisationId === ownOrganisation),
    /** Counted by another part of the system: it is corrected there. */
    counted: !["page", "csv"].includes(activity.source),
    saved: url.searchParams.has("saved"),
    initiative: initiatives.find((one) => one.id === activity.initiativeId) ?? null,
    initiatives: optionsOf(initiatives),
    facts: factsOf(activity, activityKindLabel(activity.kind)),
    values,
    seen: fingerprintOf(values),
    files,
  };
}

export async function action(args: Route.ActionArgs) {
  const { base, onRow, onPart } = await staffPlace(args);
  const id = args.params.activity;
  const path = `${base}/activities/${id}`;
  const on = onRow(id);
  return answerForm(args.request, [
    on(saveActivity, () => `${path}?saved=1`),
    on(addActivityFiles, () => `${path}#files`),
    onPart({ id })(removeActivityFile, () => `${path}#files`),
    onPart({ under: id })(removePart, () => `${base}/activities?removed`),
  ]);
}

export default function ActivityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, id, path, name, title, mayEdit, mayRecord, mayChange, counted, initiative } = loaderData;
  return (
    <>
      <PageHead
        title={title}
        lead={name}
        actions={
          <>
            {mayRecord ? (
              <>
                <ButtonLink to={`${base}/activities/new?like=${id}`}>同じ内容で記録する</ButtonLink>
                <ButtonLink to={`${base}/activities/new`}>続けて記録する</ButtonLink>
              </>
            ) : null}
            <ButtonLink to={`${base}/activities`}>活動の一覧</ButtonLink>
          </>
        }
      />
      {loaderData.saved && !actionData ? (
        <Notice kind="success" title="保存しました。">
          写真やチラシは、<a href="#files">このページの下</a>で付けられます。
        </Notice>
      ) : null}
      {counted ? (
        <Notice title="この活動は、相談や出前講座の記録から自動で数えました。">
          <p>数が違うときは、元の記録を修正してください。</p>
        </Notice>
      ) : null}
      {mayChange && !counted ? (
        <ActivityForm
          command="activity.save"
          answer={actionData}
          values={loaderData.values}
          seen={loaderData.seen}
          initiatives={loaderData.initiatives}
          submit="変更を保存する"
        />
      ) : (
        <Facts
          items={[
            ...loaderData.facts,
            {
              name: "事業",
              value: initiative ? (
                <TextLink to={`${base}/initiatives/${initiative.id}`}>{initiative.title}</TextLink>
              ) : (
                "―"
              ),
            },
          ]}
        />
      )}
      <ActivityFiles files={loaderData.files} id={id} path={path} mayChange={mayChange} answer={actionData} />
      {mayEdit && !counted ? (
        <div className="mt-8">
          <RemoveForm kind="activity" id={id} named={title} open="この活動を削除する" />
        </div>
      ) : null}
    </>
  );
}
