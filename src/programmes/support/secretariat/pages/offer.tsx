import { Fragment } from "react";
import { data } from "react-router";
import { organisationsOf } from "#foundation/actors/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { newId } from "#platform/kernel/ids.ts";
import { invalid, type Result } from "#platform/kernel/result.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { SteppedForm } from "#ui/form-steps.tsx";
import { PageHead } from "#ui/page.tsx";
import { servicesOn } from "../../model/chisanpo.rules.ts";
import { type OfferId, OfferInput } from "../../model/offer.schema.ts";
import { addOffer, changeOffer, readOffer } from "../../offers/offer.usecases.server.ts";
import { FORM, OFFER_LABELS, PART_LABELS } from "../../offers/offer-form.messages.ts";
import { allOptions } from "../../offers/offer-form.present.ts";
import { formChoices, offerChoices } from "../../offers/offer-form.queries.server.ts";
import { errorsIn, fieldsOf, newValues, PARTS } from "../../offers/offer-form.rules.ts";
import { mayIn, townsOf } from "../../office/place.queries.server.ts";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offer";
import { offerSteps } from "./offer-steps.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { params } = args;
  const { app, actor, area } = await signedInPlace(args);
  const isNew = params.offer === "new";
  if (isNew && !mayIn(actor, area, "offer.add")) throw data(null, { status: 403 });
  const values = isNew
    ? newValues(organisationsOf(actor, ["provider"])[0])
    : shown(await readOffer(app, actor, { area: area.id, id: params.offer }));
  return {
    ...shown(await formChoices(app, actor, area.id)),
    values,
    seen: isNew ? undefined : fingerprintOf(values),
    once: newId(),
    area: { slug: area.slug, name: area.name },
    towns: await townsOf(app, area.id),
    services: servicesOn(app.clock.today()),
  };
}

export async function action(args: Route.ActionArgs) {
  const { params, request } = args;
  const { app, actor, area } = await inPlace(args);
  const organisations = shown(await offerChoices(app, actor, { area: area.id }));
  const [save, id] = params.offer === "new" ? [addOffer, newId()] : [changeOffer, params.offer];
  // An offer of somebody else's is refused before anything typed is judged; of one that is gone the command itself tells.
  const offer = await readOffer(app, actor, { area: area.id, id: params.offer });
  if (!offer.ok && offer.error.kind === "forbidden") shown(offer);
  const run = async (input: Input): Promise<Result<OfferId>> => {
    const saved = await save(app, actor, { area: area.id, id }, fieldsOf(input, organisations));
    if (saved.ok) return saved;
    if (saved.error.kind === "forbidden") return invalid({ organisation0: [FORM.noRight] });
    return saved.error.kind === "invalid" ? invalid(errorsIn(input, saved.error.fields)) : saved;
  };
  const check = (input: Input) => {
    const read = checked(OfferInput, fieldsOf(input, organisations));
    return read.ok || read.error.kind !== "invalid" ? {} : errorsIn(input, read.error.fields);
  };
  const then = () => `/areas/${area.slug}/offers?saved=${id}`;
  return answerForm(request, [{ name: save.declared.name, run, check, then }]);
}

const LABELS = Object.fromEntries([
  ...Object.entries(OFFER_LABELS),
  ...PARTS.flatMap((index) =>
    Object.entries(PART_LABELS).map(([name, label]) => [
      `${name}${index}`,
      index === 0 ? label : `${label}（${index + 1}）`,
    ]),
  ),
]) as Record<string, string>;

/** An offer, as the organisation that makes it or the secretariat keeps it. */
export default function OfferPage({ loaderData, actionData }: Route.ComponentProps) {
  const { values, seen, once, area, towns, services, organisations, initiatives } = loaderData;
  const choices = { towns, services, organisations, initiatives };
  const isNew = seen === undefined;
  const steps = offerSteps(choices, values.keptRule ?? "");
  const form = { answer: actionData, values, once, labels: LABELS, options: allOptions(choices) };
  return (
    <>
      <PageHead title={isNew ? FORM.new : FORM.edit} lead={area.name} />
      {isNew ? (
        <SteppedForm {...form} command="offer.add" submit={FORM.add} steps={steps} />
      ) : (
        <CommandForm {...form} command="offer.save" seen={seen} submit={FORM.save}>
          {steps.map(({ title, part }) => (
            <Fragment key={title}>{part}</Fragment>
          ))}
        </CommandForm>
      )}
      <p className="mt-8">
        <TextLink to={`/areas/${area.slug}/offers`}>キャンセル</TextLink>
      </p>
    </>
  );
}
