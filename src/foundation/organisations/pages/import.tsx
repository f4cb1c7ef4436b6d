import { data } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { formOf } from "#platform/web/fields.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { FileField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { writableAreas } from "../access.ts";
import { textOfUpload } from "../import/file/usecases.server.ts";
import { IMPORT } from "../import/messages.ts";
import { importOrganisations } from "../import/usecases.server.ts";
import { PAGE, TEXT } from "../messages.ts";
import type { Route } from "./+types/import";
import { ImportPreview } from "./import-preview.tsx";

export function loader({ context }: Route.LoaderArgs) {
  const { actor } = requestOf(context);
  if (writableAreas(actor).length === 0) throw data(null, { status: 403 });
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  if (writableAreas(actor).length === 0) throw data(null, { status: 403 });
  const form = await formOf(request);
  const sent = form.get("file");
  const step = String(form.get("step") ?? "check");
  const text = sent instanceof Blob ? textOfUpload(await sent.bytes()) : String(form.get("text") ?? "");
  if (typeof text !== "string") return data({ refused: text.refused }, { status: 422 });
  const result = await importOrganisations(app, actor, Buffer.from(text), {
    dryRun: step === "check",
    onlyGoodRows: step === "apply-good",
  });
  if (result.ok) return data({ report: result.value, text });
  const refused =
    result.error.kind === "invalid" ? Object.values(result.error.fields).flat().join(" ") : PAGE.changed;
  return data({ refused }, { status: 422 });
}

export default function Import({ actionData }: Route.ComponentProps) {
  const done = actionData && "report" in actionData ? actionData : undefined;
  if (done?.report.applied)
    return (
      <>
        <PageHead title={IMPORT.title} />
        <Notice kind="success" title={IMPORT.done(done.report.inserted, done.report.updated)} />
        <p className="flex gap-4">
          <ButtonLink to="/organisations" kind="primary">
            {TEXT.back.ja}
          </ButtonLink>
          <ButtonLink to="/organisations/import" reload>
            {IMPORT.another}
          </ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <PageHead title={IMPORT.title} lead={IMPORT.lead} />
      {actionData && "refused" in actionData ? <Notice kind="error" title={actionData.refused} /> : null}
      {done ? (
        <ImportPreview report={done.report} text={done.text} />
      ) : (
        <OnceForm submit={IMPORT.check} busy={IMPORT.checking} encType="multipart/form-data">
          <FileField
            label={IMPORT.file}
            hint={IMPORT.fileHint}
            name="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
          />
        </OnceForm>
      )}
      <p className="mt-8">
        <TextLink to="/organisations">{TEXT.back.ja}</TextLink>
      </p>
    </>
  );
}
