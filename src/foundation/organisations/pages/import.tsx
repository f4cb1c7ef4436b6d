import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { FileField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { listHomes } from "../form/usecases.server.ts";
import { IMPORT } from "../import/messages.ts";
import type { ImportReport } from "../import/schema.ts";
import { checkImport, importOrganisations } from "../import/usecases.server.ts";
import { TEXT } from "../messages.ts";
import type { Route } from "./+types/import";
import { ImportPreview } from "./import-preview.tsx";

/** Whoever may add an organisation may bring in a list of them. */
export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  shown(await listHomes(app, actor, {}));
  return null;
}

type Done = Readonly<{ text: string; report: ImportReport }>;

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, {});
  const show = (done: Done): Done => done;
  return answerForm<Done>(request, [on(checkImport, show), on(importOrganisations, show)]);
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
      {done ? (
        <ImportPreview report={done.report} text={done.text} />
      ) : (
        <CommandForm
          command="organisation.check-import"
          answer={actionData}
          submit={IMPORT.check}
          busy={IMPORT.checking}
          encType="multipart/form-data"
        >
          <FileField
            label={IMPORT.file}
            hint={IMPORT.fileHint}
            name="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
          />
        </CommandForm>
      )}
      <p className="mt-8">
        <TextLink to="/organisations">{TEXT.back.ja}</TextLink>
      </p>
    </>
  );
}
