import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { ROUND } from "../model/award.messages.ts";
import { saveRound } from "../rounds/award-round.commands.server.ts";
import { readRoundForm } from "../rounds/award-round.queries.server.ts";
import type { Route } from "./+types/round-form";

export async function loader({ context, params: { area, round: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readRoundForm(app, actor, { area, id }));
}

export async function action({ context, params: { area, round: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  return answerForm(request, [on(saveRound, () => `/areas/${area}/awards/${id}`)]);
}

/** A round: which scheme, from when to when, and where it is handed over. */
export default function RoundForm({
  loaderData: { schemes, isNew, ...form },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead title={isNew ? ROUND.new : ROUND.edit} />
      <CommandForm {...form} command="award-round.save" answer={actionData} submit={ROUND.save}>
        <SelectField label="制度" name="scheme" options={schemes} />
        <TextField label="募集の名称" name="title" />
        <DayField label={ROUND.base} hint="この日の状況で審査します。" name="baseOn" />
        <DayField label={ROUND.closes} name="closesOn" />
        <TextField
          label={ROUND.ceremony}
          hint="研修会などで表彰する場合は、日時と会場を入力します。"
          name="ceremony"
          optional
        />
        <TextField label={ROUND.giver} hint={ROUND.giverHint} name="giver" optional />
      </CommandForm>
    </>
  );
}
