import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { receiveUpload } from "#platform/files/upload.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { TextLink } from "#ui/button.tsx";
import { FileField, SelectField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { PAGE } from "../messages.ts";
import { beginImport, discardUpload, importPlaces, newImportId, uploadPath } from "../usecases.server.ts";
import type { Route } from "./+types/new";
import { Steps } from "./steps.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const areas = await importPlaces(app, actor);
  if (areas.length === 0) throw data(null, { status: 403 });
  return { areas };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const areas = await importPlaces(app, actor);
  if (areas.length === 0) throw data(null, { status: 403 });
  const id = newImportId();
  const path = uploadPath(app, id);
  const { fields, fileName } = await receiveUpload(request, path);
  const area = fields.area as AreaId;
  const refuse = async (refused: string) => {
    await discardUpload(app, id);
    return data({ refused, area }, { status: 422 });
  };
  if (!fileName) return refuse(PAGE.noFile);
  const begun = await beginImport(
    app,
    actor,
    { id, path, name: fileName },
    { area, choices: { published: false } },
  );
  if (begun.ok) return redirect(`/imports/${id}`);
  if (begun.error.kind === "invalid") return refuse(Object.values(begun.error.fields).flat().join(" "));
  await discardUpload(app, id);
  throw data(null, { status: 403 });
}

export default function NewImport({ loaderData: { areas }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={PAGE.begin} />
      <Steps current={0} />
      {actionData ? <Notice kind="error" title={actionData.refused} /> : null}
      <OnceForm submit={PAGE.send} busy={PAGE.sending} encType="multipart/form-data">
        {areas.length === 1 ? (
          <input type="hidden" name="area" value={areas[0]!.value} />
        ) : (
          <SelectField label={PAGE.area} name="area" options={areas} defaultValue={actionData?.area ?? ""} />
        )}
        <FileField
          label={PAGE.chooseFile}
          hint={PAGE.chooseFileHint}
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
      </OnceForm>
      <p className="mt-8">
        <TextLink to="/imports">{PAGE.backToList}</TextLink>
      </p>
    </>
  );
}
