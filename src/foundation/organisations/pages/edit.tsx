import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { formOf } from "#platform/web/fields.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { valuesOf } from "../form/rules.ts";
import { openForm, saveForm } from "../form/usecases.server.ts";
import { PAGE, sectorLabel } from "../messages.ts";
import { SECTORS } from "../schema.ts";
import type { Route } from "./+types/edit";
import { OrganisationForm } from "./organisation-form.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = params.organisation as OrganisationId;
  const form = await openForm(app, actor, id);
  if (!form.ok) throw data(null, { status: 404 });
  const sectors = SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) }));
  return { ...form.value, id, sectors };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const id = params.organisation as OrganisationId;
  const opened = await openForm(app, actor, id);
  if (!opened.ok) throw data(null, { status: 404 });
  const form = await formOf(request);
  const values = { ...valuesOf(form), areaId: opened.value.values.areaId };
  const seenVersion = Number(form.get("version")) || undefined;
  const outcome = await saveForm(app, actor, { id, seenVersion, values });
  if (outcome.saved) throw redirect(`/organisations/${id}?saved=1`);
  return data({ outcome, values }, { status: outcome.status });
}

export default function EditOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { id, values, version, homeName, sectors } = loaderData;
  return (
    <>
      <PageHead title={PAGE.editTitle} lead={values.name} />
      <OrganisationForm
        values={actionData?.values ?? values}
        outcome={actionData?.outcome}
        version={version}
        id={id}
        sectors={sectors}
        homes={undefined}
        homeName={homeName}
      />
      <p className="mt-8">
        <TextLink to={`/organisations/${id}`}>{PAGE.cancel}</TextLink>
      </p>
    </>
  );
}
