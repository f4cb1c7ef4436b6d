import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { ChangedRows } from "#ui/imports/findings.tsx";
import { ImportPage } from "#ui/imports/import-page.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { Section } from "#ui/page.tsx";
import { HEADS, IMPORT } from "../import/messages.ts";
import { presentOrganisationImport } from "../import/present.ts";
import {
  cancelOrganisationImport,
  checkOrganisationImport,
  readOrganisationImport,
  rematchOrganisationImport,
  takeOrganisationImport,
  withdrawOrganisationImport,
} from "../import/usecases.server.ts";
import type { Route } from "./+types/import-one";

const LIST = "/organisations/import";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  return presentOrganisationImport(
    shown(await readOrganisationImport(app, actor, { id: params.import, after })),
  );
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
        fields: whole.map((field) => <TextField key={field.name} {...field} optional />),
      }}
      changes={<ChangedRows heads={HEADS} rows={rows} all={one.counts.added + one.counts.changed} />}
      withdrawal={
        one.state === "done" ? (
          <Section title={WORDS.withdraw} lead={IMPORT.withdrawLead}>
            <CommandForm
              command="organisation-import.withdraw"
              answer={actionData}
              submit={WORDS.withdraw}
              busy={WORDS.withdrawing}
              kind="danger"
            />
          </Section>
        ) : null
      }
    />
  );
}
