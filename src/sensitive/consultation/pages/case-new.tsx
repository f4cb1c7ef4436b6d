import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { openCase } from "../cases/case.commands.server.ts";
import { intakeForm } from "../cases/office.queries.server.ts";
import { SOURCES } from "../model/case.schema.ts";
import type { Route } from "./+types/case-new";
import { CASE_LABELS, IdentityFields, IntakeFields } from "./case-fields.tsx";
import { Hotlines } from "./hotlines.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { hotlines, today } = shown(await intakeForm(app, actor, { organisation: params.organisation }));
  const source = SOURCES.find((one) => one === url.searchParams.get("source"));
  return { hotlines, today, source, id: newId() as string, once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const organisation = params.organisation as OrganisationId;
  const on = onTarget(app, actor, (input) => ({ organisation, id: String(input.id ?? "") }));
  return answerForm(request, [on(openCase, ({ id }) => `/offices/${organisation}/cases/${id}`)]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** A first call, in two minutes at the telephone. */
export default function CaseNew({
  loaderData: { hotlines, today, source, id, once },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead title="相談を受け付ける" lead="お名前をうかがわなくても受け付けられます。" />
      <Hotlines hotlines={hotlines} open />
      <CommandForm
        command="case.open"
        answer={actionData}
        once={once}
        values={{
          ...{ openedOn: today, urgency: "usual", channel: "telephone" },
          ...(source ? { source } : {}),
        }}
        labels={CASE_LABELS}
        submit="受け付ける"
        private
      >
        <input type="hidden" name="id" value={id} />
        <DayField label="受付日" name="openedOn" />
        <IntakeFields steps />
        <TextField label="時間（分）" name="minutes" inputMode="numeric" optional />
        <ChoiceField
          label="担当者"
          name="unassigned"
          type="checkbox"
          options={[{ value: "true", label: "担当者を決めずに受け付ける" }]}
          optional
        />
        <Fold summary="相談者の氏名・連絡先（うかがった場合）">
          <IdentityFields />
        </Fold>
      </CommandForm>
    </>
  );
}
