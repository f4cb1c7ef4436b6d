import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import { ACTIVITY_KINDS } from "../activities/kinds/schema.ts";
import { factsOf, formValuesOf } from "../activities/present.ts";
import { getActivity, saveActivity } from "../activities/usecases.server.ts";
import { asShown, overtakenBy } from "../meanwhile/usecases.server.ts";
import { activityKindLabel } from "../messages.ts";
import { initiativeNames } from "../place/usecases.server.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/activity";
import { fileAction } from "./activity-file-action.tsx";
import { ActivityFiles } from "./activity-files.tsx";
import { ActivityForm, FEES } from "./activity-form.tsx";
import { OvertakenNotice, Shown } from "./overtaken.tsx";
import { formOf, staffPlace, textsOf } from "./place.tsx";

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
    ...asShown(formValuesOf(activity)),
    files: activity.files,
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, base } = place;
  const id = args.params.activity;
  const form = await formOf(args.request);
  const values = textsOf(form);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "activity", id));
    throw redirect(`${base}/activities?removed`);
  }
  const files = await fileAction(place, id, form, values);
  if (files) return files;
  const held = shown(await getActivity(app, actor, area.id, id));
  const input = { ...values, hostOrganisationId: held.hostOrganisationId, isTotal: held.isTotal };
  const saved = await saveActivity(app, actor, area.id, id, input, { confirmed: values.confirmed === "1" });
  if (!saved.ok) {
    if (saved.error.kind === "conflict") {
      const now = formValuesOf(shown(await getActivity(app, actor, area.id, id)));
      return data({ errors: {}, ask: [], values, overtaken: overtakenBy(values, now) }, { status: 409 });
    }
    if (saved.error.kind !== "invalid") throw data(null, { status: statusOf(saved.error) });
    return data({ errors: saved.error.fields, ask: [], values, overtaken: undefined }, { status: 422 });
  }
  if ("ask" in saved.value) return data({ errors: {}, ask: saved.value.ask, values, overtaken: undefined });
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
        <>
          <OvertakenNotice
            by={typed?.overtaken}
            names={{ title: "したこと", partners: "いっしょに行った機関" }}
            options={{ kind: loaderData.kinds, initiativeId: loaderData.initiatives, fee: FEES }}
          />
          <ActivityForm
            values={typed?.values ?? values}
            errors={typed?.errors}
            ask={actionData?.ask ?? []}
            kinds={loaderData.kinds}
            initiatives={loaderData.initiatives}
            onceKey=""
            submit="直して保存する"
          >
            <Shown answer={typed} value={loaderData.shown} />
          </ActivityForm>
        </>
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
