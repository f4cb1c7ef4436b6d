import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { addByForm, listHomes } from "../form/usecases.server.ts";
import { FIELD, HINT, PAGE, sectorLabel } from "../messages.ts";
import { SECTORS } from "../schema.ts";
import type { Route } from "./+types/new";
import { OrganisationFields, optionsOf } from "./organisation-form.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return {
    homes: shown(await listHomes(app, actor, {})),
    once: newId() as string,
    sectors: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector) })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, {});
  return answerForm(request, [on(addByForm, ({ id }) => `/organisations/${id}?saved=1`)]);
}

export default function NewOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { homes, once, sectors } = loaderData;
  const home = { label: FIELD.areaId, hint: HINT.areaId, name: "areaId" };
  return (
    <>
      <PageHead title={PAGE.newTitle} />
      <CommandForm
        command="organisation.add"
        answer={actionData}
        once={once}
        submit={PAGE.save}
        busy={PAGE.saving}
        labels={FIELD}
        options={optionsOf(sectors)}
      >
        <OrganisationFields
          sectors={sectors}
          home={
            homes ? <SelectField {...home} options={homes} /> : <TextField {...home} autoComplete="off" />
          }
        />
      </CommandForm>
    </>
  );
}
