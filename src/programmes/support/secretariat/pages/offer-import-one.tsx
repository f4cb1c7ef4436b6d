import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { ChangedRows } from "#ui/imports/findings.tsx";
import { ImportPage, WithdrawImport } from "#ui/imports/import-page.tsx";
import { OFFER_HEADS, OFFER_IMPORT } from "../../offers/offer-import.messages.ts";
import { presentOfferImport } from "../../offers/offer-import.present.ts";
import {
  cancelOfferImport,
  checkOfferImport,
  readOfferImport,
  rematchOfferImport,
  takeOfferImport,
  withdrawOfferImport,
} from "../../offers/offer-import.usecases.server.ts";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offer-import-one";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const after = Number(args.url.searchParams.get("after") ?? 0) || 0;
  const target = { area: area.id, id: args.params.import, after };
  return {
    list: `/areas/${area.slug}/offers/import`,
    ...presentOfferImport(shown(await readOfferImport(app, actor, target))),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area } = await inPlace(args);
  const on = onTarget(app, actor, { area: area.id, id: args.params.import });
  const here = () => `/areas/${area.slug}/offers/import/${args.params.import}`;
  return answerForm(args.request, [
    on(checkOfferImport, here),
    on(rematchOfferImport, here),
    on(takeOfferImport, here),
    on(cancelOfferImport, here),
    on(withdrawOfferImport, here),
  ]);
}

export default function OfferImport({
  loaderData: { list, one, forAll, whole, rows },
  actionData,
}: Route.ComponentProps) {
  return (
    <ImportPage
      one={one}
      prefix="offer-import"
      here={`${list}/${one.id}`}
      back={{ to: list, label: OFFER_IMPORT.back }}
      answer={actionData}
      whole={{
        values: forAll,
        labels: Object.fromEntries(whole.map(({ name, label }) => [name, label])),
        fields: whole.map((field) => <TextField key={field.name} {...field} required={false} />),
      }}
      changes={<ChangedRows heads={OFFER_HEADS} rows={rows} all={one.counts.added + one.counts.changed} />}
      withdrawal={
        one.state === "done" ? (
          <WithdrawImport
            one={one}
            prefix="offer-import"
            lead={OFFER_IMPORT.withdrawLead}
            answer={actionData}
          />
        ) : null
      }
    />
  );
}
