import { onTarget } from "#foundation/authority/public.ts";
import { DAYS_TO_RESTORE } from "#foundation/deletions/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { isRestorable } from "#foundation/tables/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { ChangedRows } from "#ui/imports/findings.tsx";
import { ImportPage, WithdrawImport } from "#ui/imports/import-page.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { Section } from "#ui/page.tsx";
import { HEADS, IMPORT } from "../import/messages.ts";
import { presentOrganisationImport } from "../import/present.ts";
import {
  cancelOrganisationImport,
  checkOrganisationImport,
  readOrganisationImport,
  rematchOrganisationImport,
  restoreOrganisationImport,
  takeOrganisationImport,
  withdrawOrganisationImport,
} from "../import/usecases.server.ts";
import type { Route } from "./+types/import-one";

const LIST = "/organisations/import";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  const view = shown(await readOrganisationImport(app, actor, { id: params.import, after }));
  return presentOrganisationImport(view, isRestorable(view.batch, app.clock.now(), DAYS_TO_RESTORE));
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { id: params.import });
  const here = () => `${LIST}/${params.import}`;
  return answerForm(request, [
    on(checkOrganisationImport, here),
    on(rematchOrganisationImport, here),
    on(takeOrganisationImport, here),
    on(cancelOrganisationImport, here),
    on(withdrawOrganisationImport, here),
    on(restoreOrganisationImport, here),
  ]);
}

export default function ImportOne({
  loaderData: { one, forAll, whole, rows },
  actionData,
}: Route.ComponentProps) {
  return (
    <ImportPage
      one={one}
      prefix="organisation-import"
      here={`${LIST}/${one.id}`}
      back={{ to: LIST, label: IMPORT.back }}
      answer={actionData}
      whole={{
        values: forAll,
        labels: Object.fromEntries(whole.map(({ name, label }) => [name, label])),
        fields: whole.map((field) => <TextField key={field.name} {...field} />),
      }}
      changes={<ChangedRows heads={HEADS} rows={rows} all={one.counts.added + one.counts.changed} />}
      withdrawal={
        one.state === "done" ? (
          <WithdrawImport
            one={one}
            restores
            prefix="organisation-import"
            lead={IMPORT.withdrawLead}
            answer={actionData}
          />
        ) : one.steps.includes("restore") ? (
          <Section title={WORDS.restore} lead={IMPORT.restoreLead}>
            <CommandForm
              command="organisation-import.restore"
              answer={actionData}
              submit={WORDS.restore}
              busy={WORDS.restoring}
              kind="secondary"
            />
          </Section>
        ) : null
      }
    />
  );
}
