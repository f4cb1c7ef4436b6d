import { requestOf } from "#foundation/identity/public.ts";
import { receiveImport } from "#foundation/tables/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { presentListed } from "#platform/tables/present.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { FileField } from "#ui/file-field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Steps } from "#ui/imports/steps.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { PageHead, Section } from "#ui/page.tsx";
import { areaOfPath } from "../find/area.queries.server.ts";
import { RESOURCE_IMPORT } from "../imports/resource-import.messages.ts";
import { beginResourceImport, listResourceImports } from "../imports/resource-import.usecases.server.ts";
import type { Route } from "./+types/import";

export const handle = { japaneseOnly: true };

const BEGIN = "resource-import.begin";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const area = shown(await areaOfPath(app, params.area));
  const before = idOf(url.searchParams.get("after"));
  const { imports, next } = shown(await listResourceImports(app, actor, { area: area.id, before }));
  return { base: `/areas/${area.slug}/directory`, name: area.name, rows: imports.map(presentListed), next };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const area = shown(await areaOfPath(app, params.area));
  // Asked before the file comes in, which may be large.
  shown(await listResourceImports(app, actor, { area: area.id }));
  return receiveImport(request, app, {
    command: BEGIN,
    list: `/areas/${area.slug}/directory/import`,
    begin: ({ id, file }) => beginResourceImport(app, actor, { id, area: area.id }, file),
  });
}

export default function ResourceImports({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, rows, next } = loaderData;
  return (
    <>
      <PageHead title={`${RESOURCE_IMPORT.title}　${name}`} lead={RESOURCE_IMPORT.lead} />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: WORDS.file }}
        submit={WORDS.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        <FileField
          label={WORDS.file}
          hint={`${RESOURCE_IMPORT.fileHint}${WORDS.fileHint}`}
          name="file"
          accept={WORDS.accept}
        />
      </CommandForm>
      {rows.length === 0 ? null : (
        <Section title={WORDS.list}>
          <ImportList caption={WORDS.list} base={`${base}/import`} rows={rows} next={next} />
        </Section>
      )}
      <p className="mt-8">
        <TextLink to={`${base}/manage`}>{RESOURCE_IMPORT.list}</TextLink>
      </p>
    </>
  );
}
