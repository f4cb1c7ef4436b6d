import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { addActivityFiles, removeActivityFile } from "../activities/files/usecases.server.ts";
import { ACTIVITY_KINDS } from "../activities/kinds/schema.ts";
import { factsOf, formValuesOf } from "../activities/present.ts";
import { getActivity, saveActivity } from "../activities/usecases.server.ts";
import { activityKindLabel } from "../messages.ts";
import { initiativeNames } from "../place/usecases.server.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/activity";
import { ActivityFiles } from "./activity-files.tsx";
import { ActivityForm } from "./activity-form.tsx";
import { chosenId, formOf, staffPlace, textsOf } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayRecord, ownOrganisation, url } = await staffPlace(args);
  const activity = shown(await getActivity(app, actor, area.id, args.params.activity));
  const initiatives = shown(await initiativeNames(app, actor, area.id));
  return {
    base,
    path: `${base}/activities/${activity.id}`,
    name: area.name,
    mayEdit,
    mayRecord,
    mayChange: mayEdit || (ownOrganisation !== null && activity.hostOrganisationId === ownOrganisation),
    /** Counted by another part of the system: it is corrected there. */
    counted: !["page", "csv"].includes(activity.source),
    saved: url.searchParams.has("saved"),
    initiative: initiatives.find((one) => one.id === activity.initiativeId) ?? null,
    initiatives: initiatives.map(({ id, title }) => ({ value: id, label: title })),
    kinds: ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) })),
    facts: factsOf(activity, activityKindLabel(activity.kind)),
    values: formValuesOf(activity),
    files: activity.files,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.activity;
  const form = await formOf(args.request);
  const values = textsOf(form);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "activity", id));
    throw redirect(`${base}/activities?removed`);
  }
  if (values.intent === "remove-file") {
    shown(await removeActivityFile(app, actor, area.id, id, chosenId(values)));
    throw redirect(`${base}/activities/${id}#files`);
  }
  if (values.intent === "files") {
    const files = form
      .getAll("file")
      .flatMap((one) =>
        one instanceof File && one.size > 0
          ? [{ name: one.name, content: Readable.fromWeb(one.stream() as ReadableStream) }]
          : [],
      );
    const added = await addActivityFiles(app, actor, area.id, id, files);
    if (added.ok) throw redirect(`${base}/activities/${id}#files`);
    if (added.error.kind !== "invalid") throw data(null, { status: statusOf(added.error) });
    return data({ errors: {}, fileErrors: added.error.fields.file, ask: [], values: null }, { status: 422 });
  }
  const held = shown(await getActivity(app, actor, area.id, id));
  const input = { ...values, hostOrganisationId: held.hostOrganisationId, isTotal: held.isTotal };
  const saved = await saveActivity(app, actor, area.id, id, input, { confirmed: values.confirmed === "1" });
  if (!saved.ok) {
    if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
    return data({ errors: saved.error.fields, ask: [], values }, { status: 422 });
  }
  if ("ask" in saved.value) return data({ errors: {}, ask: saved.value.ask, values });
  throw redirect(`${base}/activities/${id}?saved=1`);
}

export default function ActivityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, path, name, mayEdit, mayRecord, mayChange, counted, values, initiative } = loaderData;
  const typed = actionData?.values ? actionData : undefined;
  return (
    <>
      <PageHead
        title={values.title ?? "活動"}
        lead={name}
        actions={
          <>
            {mayRecord ? <ButtonLink to={`${base}/activities/new`}>続けて記録する</ButtonLink> : null}
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
          <p>数が違うときは、もとの記録を直してください。</p>
        </Notice>
      ) : null}
      {mayChange && !counted ? (
        <ActivityForm
          values={typed?.values ?? values}
          errors={typed?.errors}
          ask={actionData?.ask ?? []}
          kinds={loaderData.kinds}
          initiatives={loaderData.initiatives}
          onceKey=""
          submit="直して保存する"
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
      <ActivityFiles
        files={loaderData.files}
        path={path}
        mayChange={mayChange}
        errors={actionData && "fileErrors" in actionData ? actionData.fileErrors : undefined}
      />
      {mayEdit && !counted ? (
        <div className="mt-8">
          <OnceForm submit="この活動を消す" kind="danger" busy="消しています…">
            <input type="hidden" name="intent" value="remove" />
          </OnceForm>
        </div>
      ) : null}
    </>
  );
}
