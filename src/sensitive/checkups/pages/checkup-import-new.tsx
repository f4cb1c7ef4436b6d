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
import { listImportAreas } from "../records/import-area.queries.server.ts";
import { RECORD_PAGE as PAGE } from "../records/record-import.messages.ts";
import { beginCheckupImport } from "../records/record-import.usecases.server.ts";
import type { Route } from "./+types/checkup-import-new";

const BEGIN = "checkup-import.begin";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { areas, agreements } = shown(await listImportAreas(app, actor, {}));
  return {
    agreements: agreements.map(({ id, area, provider }) => ({
      value: `${area} ${id}`,
      label:
        areas.length > 1
          ? `${provider}（${areas.find(({ value }) => value === area)?.label ?? area}）`
          : provider,
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  // Asked before the file comes in, which may be large.
  await shownBeforeReading(request, await listImportAreas(app, actor, {}));
  return receiveImport(request, app, {
    command: BEGIN,
    list: "/checkup-imports",
    begin: ({ id, file, fields }) => {
      const [area = "", agreement = ""] = (fields.agreement ?? "").split(" ");
      return beginCheckupImport(app, actor, { id, area }, file, { choices: { agreement } });
    },
  });
}

export default function NewCheckupImport({ loaderData: { agreements }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={PAGE.begin} lead={PAGE.lead} />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: WORDS.file, table: WORDS.pasted, agreement: PAGE.agreement }}
        submit={PAGE.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        <SelectField label={PAGE.agreement} name="agreement" options={agreements} />
        <TableFields />
      </CommandForm>
      <p className="mt-8">
        <TextLink to="/checkup-hash">個人情報を外すページ</TextLink>
      </p>
      <p className="mt-4">
        <TextLink to="/checkup-imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
