import { requestOf } from "#foundation/identity/public.ts";
import { receiveImport } from "#foundation/tables/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { shownBeforeReading } from "#platform/web/sent-form.ts";
import { TextLink } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { TableFields } from "#ui/imports/columns.tsx";
import { Steps } from "#ui/imports/steps.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { PageHead } from "#ui/page.tsx";
import { listImportAreas } from "../areas/usecases.server.ts";
import { PAGE } from "../messages.ts";
import { beginImport } from "../usecases.server.ts";
import type { Route } from "./+types/new";

const BEGIN = "import.begin";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { areas: shown(await listImportAreas(app, actor, {})) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  // Asked before the file comes in, which may be large.
  await shownBeforeReading(request, await listImportAreas(app, actor, {}));
  return receiveImport(request, app, {
    command: BEGIN,
    list: "/imports",
    begin: ({ id, file, fields }) => beginImport(app, actor, { id, area: fields.area ?? "" }, file),
  });
}

export default function NewImport({ loaderData: { areas }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={PAGE.begin} />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: WORDS.file, table: WORDS.pasted, area: PAGE.area }}
        submit={PAGE.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        {areas.length === 1 ? (
          <input type="hidden" name="area" value={areas[0]!.value} />
        ) : (
          <SelectField label={PAGE.area} name="area" options={areas} />
        )}
        <TableFields />
      </CommandForm>
      <p className="mt-8">
        <TextLink to="/imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
