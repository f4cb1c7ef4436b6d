import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { receiveUpload } from "#platform/files/upload.ts";
import { invalid } from "#platform/kernel/result.ts";
import { formAgain } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { shownBeforeReading } from "#platform/web/sent-form.ts";
import { TextLink } from "#ui/button.tsx";
import { FileField, SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { beginImport, newImportId } from "../beginning/usecases.server.ts";
import { PAGE } from "../messages.ts";
import { listImportAreas } from "../reading/usecases.server.ts";
import { fileOf, forgetFile } from "../run/usecases.server.ts";
import type { Route } from "./+types/new";
import { Steps } from "./steps.tsx";

const BEGIN = "import.begin";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { areas: shown(await listImportAreas(app, actor, {})) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  // Asked before the file comes in, which may be large.
  await shownBeforeReading(request, await listImportAreas(app, actor, {}));
  const id = newImportId();
  const path = fileOf(app, id);
  const { fields, fileName } = await receiveUpload(request, path);
  const target = { id, area: fields.area ?? "" };
  const begun = fileName
    ? await beginImport(app, actor, target, { path, name: fileName })
    : invalid({ file: [PAGE.noFile] });
  if (begun.ok) throw redirect(`/imports/${id}`);
  await forgetFile(app, id);
  return formAgain(BEGIN, begun, fields);
}

export default function NewImport({ loaderData: { areas }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={PAGE.begin} />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={{ file: PAGE.chooseFile, area: PAGE.area }}
        submit={PAGE.send}
        busy={PAGE.sending}
        encType="multipart/form-data"
      >
        {areas.length === 1 ? (
          <input type="hidden" name="area" value={areas[0]!.value} />
        ) : (
          <SelectField label={PAGE.area} name="area" options={areas} />
        )}
        <FileField
          label={PAGE.chooseFile}
          hint={PAGE.chooseFileHint}
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
      </CommandForm>
      <p className="mt-8">
        <TextLink to="/imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
