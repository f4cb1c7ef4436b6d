import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { readEditionForm, saveEdition } from "../catalogue/edition.usecases.server.ts";
import { EDITION_FORM } from "../catalogue/material-page.messages.ts";
import { EditionForm } from "../parts/edition-fields.tsx";
import type { Route } from "./+types/edition-form";

export async function loader({ context, params: { area, edition: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { id, form: shown(await readEditionForm(app, actor, { area, id })) };
}

export async function action({ context, params: { area, edition: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  return answerForm(request, [on(saveEdition, () => `/areas/${area}/material-editions/${id}?saved`)]);
}

export default function EditionFormPage({ loaderData: { id, form }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={EDITION_FORM.edit} />
      <EditionForm form={form} id={id} answer={actionData} />
    </>
  );
}
