import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { readMaterialForm, saveMaterial } from "../catalogue/material.usecases.server.ts";
import { EDITION_FORM, MATERIAL_FORM } from "../catalogue/material-page.messages.ts";
import {
  AUDIENCE_NAMES,
  KIND_NAMES,
  optionsOf,
  RIGHTS_NAMES,
  THEME_NAMES,
} from "../model/material.messages.ts";
import type { Route } from "./+types/material-form";

export async function loader({ context, params: { area, material } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = material === "new" ? (newId() as string) : material;
  return { id, form: shown(await readMaterialForm(app, actor, { area, id })) };
}

export async function action({ context, params: { area, material }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({
    area,
    id: material === "new" ? String(input.id) : material,
  }));
  return answerForm(request, [on(saveMaterial, ({ id }) => `/areas/${area}/materials/${id}?saved`)]);
}

const field = labelled(MATERIAL_FORM);
const OPTIONS = {
  kind: optionsOf(KIND_NAMES),
  theme: optionsOf(THEME_NAMES),
  audiences: optionsOf(AUDIENCE_NAMES),
  rights: optionsOf(RIGHTS_NAMES),
};

export default function MaterialForm({ loaderData: { form, id }, actionData }: Route.ComponentProps) {
  const { isNew, ...values } = form;
  return (
    <>
      <PageHead title={isNew ? MATERIAL_FORM.new : MATERIAL_FORM.edit} />
      <CommandForm
        {...values}
        command="material.save"
        answer={actionData}
        submit={MATERIAL_FORM.save}
        labels={MATERIAL_FORM}
        options={OPTIONS}
      >
        <input type="hidden" name="id" value={id} />
        <TextField {...field("title")} />
        <SelectField empty="" options={OPTIONS.kind} {...field("kind")} />
        <SelectField empty="" options={OPTIONS.theme} {...field("theme")} />
        <ChoiceField type="checkbox" options={OPTIONS.audiences} {...field("audiences")} />
        <TextField optional {...field("owner")} />
        <SelectField empty="" options={OPTIONS.rights} {...field("rights")} />
        <TextArea optional {...field("note")} />
        <ChoiceField
          type="checkbox"
          options={[{ value: "true", label: EDITION_FORM.publish }]}
          {...field("published")}
        />
      </CommandForm>
    </>
  );
}
