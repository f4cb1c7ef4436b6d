import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { isUuid, newId } from "#platform/kernel/ids.ts";
import { formOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { servicesOn } from "../offers/chisanpo/rules.ts";
import { FORM } from "../offers/form/messages.ts";
import { fieldsOf, valuesOf } from "../offers/form/rules.ts";
import { formChoices } from "../offers/form/usecases.server.ts";
import type { OfferId } from "../offers/schema.ts";
import { readOffer, saveOffer } from "../offers/usecases.server.ts";
import { findPlace, mayIn, townsOf } from "../place/usecases.server.ts";
import { organisationsOf } from "../requests/inbox/usecases.server.ts";
import type { Route } from "./+types/offer";
import { OfferFields } from "./offer-fields.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor")
    throw redirect(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const offer =
    params.offer === "new"
      ? undefined
      : shown(
          isUuid(params.offer)
            ? await readOffer(app, actor, area.id, params.offer)
            : { ok: false, error: { kind: "not-found", what: "offer" } },
        );
  if (!offer && !mayIn(actor, area, "request.manage") && organisationsOf(actor, "provider").length === 0)
    throw data(null, { status: 403 });
  const choices = shown(await formChoices(app, actor, area.id));
  return {
    id: offer?.id ?? newId(),
    version: offer?.version,
    values: valuesOf(offer, organisationsOf(actor, "provider")[0]),
    area: { slug: area.slug, name: area.name },
    towns: await townsOf(app, area.id),
    services: servicesOn(app.clock.today()),
    ...choices,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const form = await formOf(request);
  const { organisations } = shown(await formChoices(app, actor, area.id));
  const fields = fieldsOf(
    form,
    organisations.map(({ value, label }) => ({ id: value, name: label })),
  );
  const id = String(form.get("id"));
  const saved = await saveOffer(app, actor, area.id, {
    id: id as OfferId,
    seenVersion: Number(form.get("version")) || undefined,
    fields,
  });
  if (saved.ok) throw redirect(`/areas/${area.slug}/offers`);
  const typed = Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]),
  );
  const errors = saved.error.kind === "invalid" ? saved.error.fields : {};
  const message =
    saved.error.kind === "conflict"
      ? saved.error.message
      : saved.error.kind === "forbidden"
        ? FORM.noRight
        : FORM.wrong;
  return data({ typed, errors, message }, { status: statusOf(saved.error) });
}

/** An offer, as the organisation that makes it or the secretariat keeps it. */
export default function OfferPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, version, values, area, towns, services, organisations, initiatives } = loaderData;
  return (
    <>
      <PageHead title={version === undefined ? FORM.new : FORM.edit} lead={area.name} />
      {actionData ? <Notice kind="error" title={actionData.message} /> : null}
      <OnceForm submit={FORM.save} noValidate>
        <input type="hidden" name="id" value={actionData?.typed.id?.[0] ?? id} />
        <input type="hidden" name="version" value={version ?? ""} />
        <OfferFields
          values={actionData?.typed ?? values}
          errors={actionData?.errors ?? {}}
          services={services}
          towns={towns}
          organisations={organisations}
          initiatives={initiatives}
        />
      </OnceForm>
      <p className="mt-8">
        <TextLink to={`/areas/${area.slug}/offers`}>やめる</TextLink>
      </p>
    </>
  );
}
