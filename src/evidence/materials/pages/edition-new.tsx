import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { readEditionForm, saveEdition } from "../catalogue/edition.usecases.server.ts";
import { EDITION_FORM } from "../catalogue/material-page.messages.ts";
import { EditionForm } from "../parts/edition-fields.tsx";
import type { Route } from "./+types/edition-new";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = newId() as string;
  return { id, form: shown(await readEditionForm(app, actor, { area, id })) };
}

export async function action({ context, params: { area, material }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, material, id: String(input.id) }));
  return answerForm(request, [on(saveEdition, ({ id }) => `/areas/${area}/material-editions/${id}?saved`)]);
}

export default function EditionNew({ loaderData: { id, form }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={EDITION_FORM.new} />
      <EditionForm form={form} id={id} answer={actionData} />
    </>
  );
}
