import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { ACTIVITY_KINDS } from "../activities/schema.ts";
import { getActivity, saveActivity } from "../activities/usecases.server.ts";
import { activityKindLabel } from "../messages.ts";
import { initiativeNames } from "../place/usecases.server.ts";
import { removeThing } from "../usecases.server.ts";
import type { Route } from "./+types/activity";
import { ActivityForm } from "./activity-form.tsx";
import { fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, ownOrganisation, url } = await staffPlace(args);
  const activity = shown(await getActivity(app, actor, area.id, args.params.activity));
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    base,
    name: area.name,
    mayEdit,
    mayChange: mayEdit || (ownOrganisation !== null && activity.hostOrganisationId === ownOrganisation),
    /** Counted by another part of the system: it is corrected there. */
    counted: !["page", "csv"].includes(activity.source),
    saved: url.searchParams.has("saved"),
    initiatives: shown(await initiativeNames(app, actor, area.id)).map(({ id, title }) => ({
      value: id,
      label: title,
    })),
    kinds: ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) })),
    values: Object.fromEntries(
      (
        [
          "title",
          "kind",
          "from",
          "to",
          "participants",
          "sessions",
          "initiativeId",
          "host",
          "result",
          "place",
          "partners",
          "men",
          "women",
          "workplaces",
          "fee",
        ] as const
      ).map((name) => [name, text(activity[name])]),
    ) as Record<string, string>,
    online: activity.online,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const id = args.params.activity;
  const values = await fieldsOf(args.request);
  if (values.intent === "remove") {
    shown(await removeThing(app, actor, area.id, "activity", id));
    throw redirect(`${base}/activities`);
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
  const { base, name, mayEdit, mayChange, counted, saved, initiatives, kinds, values, online } = loaderData;
  const shownValues = actionData?.values ?? { ...values, ...(online ? { online: "on" } : {}) };
  return (
    <>
      <PageHead
        title={values.title ?? "活動"}
        lead={name}
        actions={
          <>
            <ButtonLink to={`${base}/activities/new`}>続けて記録する</ButtonLink>
            <ButtonLink to={`${base}/activities`}>活動の一覧</ButtonLink>
          </>
        }
      />
      {saved && !actionData ? <Notice kind="success" title="保存しました。" /> : null}
      {counted ? (
        <Notice title="この活動は、相談や出前講座の記録から自動で数えました。">
          <p>数が違うときは、もとの記録を直してください。</p>
        </Notice>
      ) : null}
      {mayChange && !counted ? (
        <ActivityForm
          values={shownValues}
          errors={actionData?.errors}
          ask={actionData?.ask ?? []}
          kinds={kinds}
          initiatives={initiatives}
          onceKey=""
          submit="直して保存する"
        />
      ) : null}
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
