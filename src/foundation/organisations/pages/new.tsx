import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { isUuid, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { formOf } from "#platform/web/fields.ts";
import { PageHead } from "#ui/page.tsx";
import { EMPTY, valuesOf } from "../form/rules.ts";
import { homeChoices, saveForm } from "../form/usecases.server.ts";
import { PAGE, sectorLabel } from "../messages.ts";
import { SECTORS } from "../schema.ts";
import type { Route } from "./+types/new";
import { OrganisationForm } from "./organisation-form.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const homes = await homeChoices(app, actor);
  if (homes?.length === 0) throw data(null, { status: 403 });
  return {
    homes,
    // Made here, so that the same form sent twice is the same organisation.
    id: newId<OrganisationId>(),
    sectors: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const form = await formOf(request);
  const id = String(form.get("id"));
  if (!isUuid(id)) throw data(null, { status: 400 });
  const values = valuesOf(form);
  const version = String(form.get("version") ?? "");
  const seenVersion = /^\d{1,9}$/.test(version) ? Number(version) : undefined;
  const outcome = await saveForm(app, actor, { id: id as OrganisationId, seenVersion, values });
  if (outcome.saved) throw redirect(`/organisations/${id}?saved=1`);
  return data({ outcome, values, id }, { status: outcome.status });
}

export default function NewOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { homes, sectors } = loaderData;
  return (
    <>
      <PageHead title={PAGE.newTitle} />
      <OrganisationForm
        values={actionData?.values ?? EMPTY}
        outcome={actionData?.outcome}
        version={undefined}
        id={actionData?.id ?? loaderData.id}
        sectors={sectors}
        homes={homes}
        homeName={undefined}
      />
    </>
  );
}
