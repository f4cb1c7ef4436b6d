import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { saveModel, saveUnit, settleUnit } from "../keeping/stock.usecases.server.ts";
import { readStockForm } from "../keeping/stock-form.queries.server.ts";
import { STOCK } from "../loans/loan-page.messages.ts";
import { KIND_WORDS, UNIT_WORDS } from "../model/lending.messages.ts";
import type { Route } from "./+types/stock-model";

const idOf = (told: string) => (told === "new" ? undefined : told);

export async function loader({ context, params: { area, model: told } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = shown(await readStockForm(app, actor, { area, id: idOf(told) }));
  return { ...found, id: idOf(told) ?? (newId() as string), isNew: told === "new", unit: newId() as string };
}

export async function action({ context, params: { area, model: told }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({
    ...{ area, id: idOf(told) ?? String(input.id), unit: String(input.unit ?? "") },
  }));
  const here = ({ id }: { id: string }) => `/areas/${area}/lending/stock/models/${idOf(told) ?? id}?saved`;
  return answerForm(request, [on(saveModel, here), on(saveUnit, here), on(settleUnit, here)]);
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** A model, and the units of it. */
export default function StockModel({ loaderData, actionData }: Route.ComponentProps) {
  const { model, offices, units, id, isNew, unit } = loaderData;
  return (
    <>
      <PageHead title={isNew ? STOCK.addModel : (model.values.name ?? "")} />
      <CommandForm {...model} command="lending-model.save" answer={actionData} submit={STOCK.save}>
        <input type="hidden" name="id" value={id} />
        <SelectField label="窓口" name="office" options={offices} />
        <SelectField label="種類" name="kind" options={options(KIND_WORDS)} />
        <TextField label="機種名" name="name" />
        <TextField label="説明" name="note" optional />
        <TextArea label="付属品（1行に1つ）" name="accessories" rows={3} optional />
        <CountField label="清掃・充電の時間（時間）" name="bufferHours" />
        <ChoiceField
          label=""
          name="storesReadings"
          type="checkbox"
          options={[{ value: "true", label: "測定値が機器に残る（返却の時に消去を確認する）" }]}
        />
        <ChoiceField label="" name="lent" type="checkbox" options={[{ value: "true", label: "貸し出す" }]} />
      </CommandForm>
      {units.map((one) => (
        <Section key={one.id} title={`${one.number}　${UNIT_WORDS[one.state]}`} lead={one.note}>
          <CommandForm
            command="lending-unit.settle"
            answer={actionData}
            submit={STOCK.settle}
            kind="secondary"
            label={`${one.number} ${STOCK.settle}`}
            values={{ state: one.state }}
          >
            <input type="hidden" name="unit" value={one.id} />
            <SelectField label={STOCK.state} name="state" options={options(UNIT_WORDS)} />
          </CommandForm>
        </Section>
      ))}
      {isNew ? null : (
        <Section title={STOCK.addUnit}>
          <CommandForm
            key={unit}
            command="lending-unit.save"
            answer={actionData}
            submit={STOCK.addUnit}
            once={unit}
          >
            <input type="hidden" name="unit" value={unit} />
            <TextField label={STOCK.number} name="number" />
            <TextField label="製造番号" name="serialNumber" optional />
            <DayField label="購入日" name="boughtOn" optional />
            <DayField label="校正日" name="calibratedOn" optional />
            <DayField label="電池・消耗品の交換日" name="batteryOn" optional />
            <TextField label="備考" name="note" optional />
          </CommandForm>
        </Section>
      )}
    </>
  );
}
