import { receiveImport } from "#foundation/tables/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { presentListed } from "#platform/tables/present.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { TableFields } from "#ui/imports/columns.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Steps } from "#ui/imports/steps.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { PageHead, Section } from "#ui/page.tsx";
import { OFFER_IMPORT } from "../../offers/offer-import.messages.ts";
import { beginOfferImport, listOfferImports } from "../../offers/offer-import.usecases.server.ts";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offer-import";

const BEGIN = "offer-import.begin";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const before = idOf(args.url.searchParams.get("after"));
  const { imports, next } = shown(await listOfferImports(app, actor, { area: area.id, before }));
  return { base: `/areas/${area.slug}/offers`, name: area.name, rows: imports.map(presentListed), next };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area } = await inPlace(args);
  // Asked before the file comes in, which may be large.
  shown(await listOfferImports(app, actor, { area: area.id }));
  return receiveImport(args.request, app, {
    command: BEGIN,
    list: `/areas/${area.slug}/offers/import`,
    begin: ({ id, file }) => beginOfferImport(app, actor, { id, area: area.id }, file),
  });
}

export default function OfferImports({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, rows, next } = loaderData;
  return (
    <>
      <PageHead
        title={`${OFFER_IMPORT.title}　${name}`}
        lead={OFFER_IMPORT.lead}
        actions={(["xlsx", "csv"] as const).map((kind) => (
          <ButtonLink key={kind} to={`${base}/template.${kind}`} reload>
            {OFFER_IMPORT.templateOf(kind)}
          </ButtonLink>
        ))}
      />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: WORDS.file, table: WORDS.pasted }}
        submit={WORDS.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        <TableFields hint={OFFER_IMPORT.fileHint} />
      </CommandForm>
      {rows.length === 0 ? null : (
        <Section title={WORDS.list}>
          <ImportList caption={WORDS.list} base={`${base}/import`} rows={rows} next={next} />
        </Section>
      )}
      <p className="mt-8">
        <TextLink to={base}>{OFFER_IMPORT.offers}</TextLink>
      </p>
    </>
  );
}
