import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { ACTIVITY_KINDS } from "../activities/kinds/schema.ts";
import { enterActivity } from "../activities/usecases.server.ts";
import { activityKindLabel } from "../messages.ts";
import { initiativeNames, organisationNames } from "../place/usecases.server.ts";
import type { Route } from "./+types/activity-new";
import { ActivityForm } from "./activity-form.tsx";
import { fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url, ownOrganisation, mayRecord } = await staffPlace(args);
  if (!mayRecord) throw data(null, { status: 403 });
  const own =
    actor.kind === "person"
      ? actor.memberships.find((one) => one.areas.includes(area.id))?.organisationId
      : undefined;
  const hosts = shown(await organisationNames(app, actor, area.id));
  const host = hosts.find((one) => one.id === (ownOrganisation ?? own))?.name ?? "";
  return {
    base,
    name: area.name,
    today: app.clock.today() as string,
    host,
    initiative: url.searchParams.get("initiative") ?? "",
    initiatives: shown(await initiativeNames(app, actor, area.id)).map(({ id, title }) => ({
      value: id,
      label: title,
    })),
    kinds: ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) })),
    onceKey: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, mayEdit, ownOrganisation } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const hosts = shown(await organisationNames(app, actor, area.id));
  const named = hosts.find((one) => one.name === values.host?.trim())?.id ?? null;
  const input = { ...values, hostOrganisationId: mayEdit ? named : ownOrganisation };
  const options = { confirmed: values.confirmed === "1", onceKey: values.once };
  const entered = await enterActivity(app, actor, area.id, input, options);
  if (!entered.ok) {
    if (entered.error.kind !== "invalid") throw data(null, { status: statusOf(entered.error) });
    return data({ errors: entered.error.fields, ask: [], values }, { status: 422 });
  }
  if ("ask" in entered.value) return data({ errors: {}, ask: entered.value.ask, values });
  throw redirect(`${base}/activities/${entered.value.id}?saved=1`);
}

export default function NewActivity({ loaderData, actionData }: Route.ComponentProps) {
  const { name, today, host, initiative, initiatives, kinds, onceKey } = loaderData;
  return (
    <>
      <PageHead title="活動を記録する" lead={name} />
      <ActivityForm
        values={
          actionData?.values ?? {
            from: today,
            sessions: "1",
            kind: "outreach_lecture",
            host,
            initiativeId: initiative,
          }
        }
        errors={actionData?.errors}
        ask={actionData?.ask ?? []}
        kinds={kinds}
        initiatives={initiatives}
        onceKey={actionData?.values.once ?? onceKey}
        submit="保存する"
      />
    </>
  );
}
