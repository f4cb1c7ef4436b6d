import { requestOf } from "#foundation/identity/public.ts";
import { receiveImport } from "#foundation/tables/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { presentListed } from "#platform/tables/present.ts";
import { shown } from "#platform/web/refusal.ts";
import { shownBeforeReading } from "#platform/web/sent-form.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { TableFields } from "#ui/imports/columns.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Steps } from "#ui/imports/steps.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { PageHead, Section } from "#ui/page.tsx";
import { listHomes } from "../form/usecases.server.ts";
import { IMPORT } from "../import/messages.ts";
import { beginOrganisationImport, listAreaOf, listOrganisationImports } from "../import/usecases.server.ts";
import { TEXT } from "../messages.ts";
import type { Route } from "./+types/import";

const BEGIN = "organisation-import.begin";

/** Whoever may add an organisation may bring in a list of them. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  shown(await listHomes(app, actor, {}));
  const before = idOf(url.searchParams.get("after"));
  const { imports, next } = shown(await listOrganisationImports(app, actor, { before }));
  return { rows: imports.map(presentListed), next };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  // Asked before the file comes in, which may be large.
  await shownBeforeReading(request, await listHomes(app, actor, {}));
  return receiveImport(request, app, {
    command: BEGIN,
    list: "/organisations/import",
    begin: ({ id, file }) => beginOrganisationImport(app, actor, { id, area: listAreaOf(actor) }, file),
  });
}

export default function Import({ loaderData: { rows, next }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={IMPORT.title} lead={IMPORT.lead} />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: WORDS.file, table: WORDS.pasted }}
        submit={WORDS.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        <TableFields hint={IMPORT.fileHint} />
      </CommandForm>
      {rows.length === 0 ? null : (
        <Section title={WORDS.list}>
          <ImportList caption={WORDS.list} base="/organisations/import" rows={rows} next={next} />
        </Section>
      )}
      <p className="mt-8">
        <TextLink to="/organisations">{TEXT.back.ja}</TextLink>
      </p>
    </>
  );
}
