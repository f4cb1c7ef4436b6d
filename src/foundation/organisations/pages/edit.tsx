import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { changeOrganisation, readToEdit } from "../form/usecases.server.ts";
import { FIELD, PAGE, sectorLabel } from "../messages.ts";
import { SECTORS } from "../schema.ts";
import type { Route } from "./+types/edit";
import { HomeOf, OrganisationFields, optionsOf } from "./organisation-form.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = params.organisation;
  const form = shown(await readToEdit(app, actor, { id }));
  const sectors = SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) }));
  return { ...form, id, sectors };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const id = params.organisation;
  const on = onTarget(app, actor, { id });
  return answerForm(request, [on(changeOrganisation, () => `/organisations/${id}?saved=1`)]);
}

export default function EditOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { id, values, seen, homeName, sectors } = loaderData;
  return (
    <>
      <PageHead title={PAGE.editTitle} lead={values.name} />
      <CommandForm
        command="organisation.change"
        answer={actionData}
        values={values}
        seen={seen}
        submit={PAGE.save}
        busy={PAGE.saving}
        labels={FIELD}
        options={optionsOf(sectors)}
      >
        <OrganisationFields sectors={sectors} home={<HomeOf name={homeName} />} />
      </CommandForm>
      <p className="mt-8">
        <TextLink to={`/organisations/${id}`}>{PAGE.cancel}</TextLink>
      </p>
    </>
  );
}
