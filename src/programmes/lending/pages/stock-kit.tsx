import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { saveKit } from "../keeping/stock.usecases.server.ts";
import { readStockForm } from "../keeping/stock-form.queries.server.ts";
import { STOCK } from "../loans/loan-page.messages.ts";
import type { Route } from "./+types/stock-kit";

const idOf = (told: string) => (told === "new" ? undefined : told);

export async function loader({ context, params: { area, kit: told } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = shown(await readStockForm(app, actor, { area, id: idOf(told) }));
  return { ...found, id: idOf(told) ?? (newId() as string), isNew: told === "new" };
}

export async function action({ context, params: { area, kit: told }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, id: idOf(told) ?? String(input.id) }));
  return answerForm(request, [on(saveKit, () => `/areas/${area}/lending/stock`)]);
}

/** A kit of models. */
export default function StockKit({
  loaderData: { kit, offices, models, id, isNew },
  actionData,
}: Route.ComponentProps) {
  const parts = Object.keys(kit.values).filter((key) => key.endsWith(".model")).length;
  return (
    <>
      <PageHead title={isNew ? STOCK.newKit : STOCK.editKit} place={kit.values.name} />
      <CommandForm {...kit} command="lending-kit.save" answer={actionData} submit={STOCK.save}>
        <input type="hidden" name="id" value={id} />
        <SelectField label="窓口" name="office" options={offices} />
        <TextField label="セット名" name="name" />
        <RowsField name="parts" label="セットの内容" first={Math.max(1, parts)} add="機種を追加する">
          {(at) => (
            <>
              <SelectField label="機種" name={at("model")} options={models} empty="" required={false} />
              <CountField label="台数" name={at("count")} required={false} />
            </>
          )}
        </RowsField>
      </CommandForm>
    </>
  );
}
