import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { MOST_BUNDLE_BYTES } from "#platform/bundles/sealed-bundle.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, SelectField, TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { carriedKindsContext } from "../carried.schema.ts";
import { bundleRow, kindRows, refusalRow } from "../exchange.present.ts";
import { makeBundle } from "../making.commands.server.ts";
import { EXCHANGE } from "../messages.ts";
import { readExchange } from "../overview.queries.server.ts";
import { addPartner, beginExchange, endOfPartner } from "../partner.commands.server.ts";
import { Kinds, Ledger, Refusals } from "../parts/ledger.tsx";
import { OwnKeys, Partners } from "../parts/partners.tsx";
import { takeBundle } from "../taking.commands.server.ts";
import type { Route } from "./+types/exchange";

const { make, own, take } = EXCHANGE;
const HERE = "/exchange";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor } = signedInRequest(args);
  const found = shown(await readExchange(app, actor, {}));
  const kinds = args.context.get(carriedKindsContext);
  return {
    own: found.own
      ? { name: found.own.name, side: found.own.side, fingerprint: found.own.fingerprint }
      : null,
    partners: found.partners,
    bundles: found.bundles.map((one) => bundleRow(one, kinds)),
    refusals: found.refusals.map(refusalRow),
    kinds: kindRows(kinds),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor } = signedInRequest(args);
  const kinds = args.context.get(carriedKindsContext);
  const on = onTarget(app, actor, {});
  const onKinds = onTarget(app, actor, { kinds });
  return answerForm<{ taken: string }>(
    args.request,
    [
      on(beginExchange, () => HERE),
      on(addPartner, () => HERE),
      onTarget(app, actor, ({ id }) => ({ id: String(id ?? "") }))(endOfPartner, () => HERE),
      onKinds(makeBundle, () => HERE),
      onKinds(takeBundle, ({ words }) => ({ taken: words })),
    ],
    { files: { files: 1, bytes: MOST_BUNDLE_BYTES } },
  );
}

const SIDES = Object.entries(EXCHANGE.sides).map(([value, label]) => ({ value, label }));
const WHOLE = [{ value: "true", label: make.wholeTick }];

export default function Exchange({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { partners } = loaderData;
  const said = answer && "taken" in answer ? answer.taken : undefined;
  return (
    <>
      <PageHead title={EXCHANGE.title} lead={EXCHANGE.lead} />
      {said ? <Notice kind="success" title={said} /> : null}
      {loaderData.own && partners.length > 0 ? (
        <>
          <Section title={take.title}>
            <CommandForm
              command="bundle.take"
              answer={answer}
              labels={{ files: take.file }}
              submit={take.submit}
              encType="multipart/form-data"
            >
              <FileField label={take.file} hint={take.fileHint} name="files" accept=".bundle" />
            </CommandForm>
          </Section>
          <Section title={make.title} lead={make.again}>
            <CommandForm
              command="bundle.make"
              answer={answer}
              labels={{ partner: make.partner }}
              submit={make.submit}
            >
              <SelectField
                label={make.partner}
                name="partner"
                options={partners.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <ChoiceField label={make.whole} name="whole" type="checkbox" options={WHOLE} />
            </CommandForm>
          </Section>
        </>
      ) : null}
      <Ledger rows={loaderData.bundles} />
      <Refusals rows={loaderData.refusals} />
      {loaderData.own ? (
        <>
          <Partners partners={partners} answer={answer} />
          <OwnKeys own={loaderData.own} answer={answer} />
        </>
      ) : (
        <Section title={own.title} lead={own.none}>
          <CommandForm
            command="exchange.begin"
            answer={answer}
            labels={{ name: own.name, side: own.side }}
            submit={own.begin}
          >
            <TextField label={own.name} hint={own.nameHint} name="name" maxLength={80} />
            <ChoiceField label={own.side} name="side" type="radio" options={SIDES} />
          </CommandForm>
        </Section>
      )}
      <Kinds rows={loaderData.kinds} />
    </>
  );
}
