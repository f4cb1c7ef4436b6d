import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { PageHead } from "#ui/page.tsx";
import { LEAFLET } from "../leaflets/leaflet.messages.ts";
import { readLeaflet, saveLeaflet } from "../leaflets/leaflet.usecases.server.ts";
import { LeafletForm } from "../parts/leaflet-fields.tsx";
import type { Route } from "./+types/leaflet";

export async function loader({ context, params: { area, edition: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { id, form: shown(await readLeaflet(app, actor, { area, id })) };
}

export async function action({ context, params: { area, edition: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  return answerForm(request, [on(saveLeaflet, () => `/areas/${area}/material-editions/${id}?saved`)]);
}

export default function Leaflet({ loaderData: { id, form }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={LEAFLET.title} lead={LEAFLET.lead} />
      <LeafletForm form={form} id={id} answer={actionData} />
    </>
  );
}
