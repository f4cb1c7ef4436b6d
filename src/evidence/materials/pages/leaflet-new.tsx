import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { LEAFLET, TEMPLATE_TEXTS } from "../leaflets/leaflet.messages.ts";
import { readLeaflet, saveLeaflet } from "../leaflets/leaflet.usecases.server.ts";
import { optionsOf, TEMPLATE_NAMES } from "../model/material.messages.ts";
import { TEMPLATES } from "../model/material-kinds.schema.ts";
import { LeafletForm } from "../parts/leaflet-fields.tsx";
import type { Route } from "./+types/leaflet-new";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = newId() as string;
  const form = shown(await readLeaflet(app, actor, { area, id }));
  const template = TEMPLATES.find((one) => one === url.searchParams.get("template"));
  const begun = template ? { template, ...TEMPLATE_TEXTS[template] } : {};
  return { id, form: { ...form, values: { ...form.values, ...begun } } };
}

export async function action({ context, params: { area, material }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, material, id: String(input.id) }));
  return answerForm(request, [on(saveLeaflet, ({ id }) => `/areas/${area}/material-editions/${id}?saved`)]);
}

/** A template is chosen by a link, and its texts are there to be changed. */
export default function LeafletNew({ loaderData: { id, form }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={LEAFLET.title} lead={LEAFLET.lead} />
      <p className="my-4 flex flex-wrap gap-3">
        {optionsOf(TEMPLATE_NAMES).map(({ value, label }) => (
          <ButtonLink key={value} to={`?template=${value}`}>
            {label}
          </ButtonLink>
        ))}
      </p>
      <LeafletForm form={form} id={id} answer={actionData} />
    </>
  );
}
