import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { saveOffice } from "../keeping/stock.usecases.server.ts";
import { readStockForm } from "../keeping/stock-form.queries.server.ts";
import { STOCK } from "../loans/loan-page.messages.ts";
import { WEEKDAYS } from "../model/lending.messages.ts";
import type { Route } from "./+types/stock-office";

const idOf = (told: string) => (told === "new" ? undefined : told);

export async function loader({ context, params: { area, office: told } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = shown(await readStockForm(app, actor, { area, id: idOf(told) }));
  return { ...found, id: idOf(told) ?? (newId() as string), isNew: told === "new" };
}

export async function action({ context, params: { area, office: told }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, id: idOf(told) ?? String(input.id) }));
  return answerForm(request, [on(saveOffice, () => `/areas/${area}/lending/stock`)]);
}

const DAYS = WEEKDAYS.map((label, n) => ({ value: String(n + 1), label }));

/** An office with its rule. */
export default function StockOffice({ loaderData: { office, id, isNew }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={isNew ? STOCK.newOffice : STOCK.editOffice} place={office.values.name} />
      <CommandForm {...office} command="lending-office.save" answer={actionData} submit={STOCK.save}>
        <input type="hidden" name="id" value={id} />
        <TextField label="窓口の名称" name="name" />
        <TextField label="受渡しの場所" name="place" optional />
        <TextField label="電話番号" name="phone" type="tel" optional />
        <TextField label="借りられる方" name="borrowers" optional />
        <CountField label="申込みの締切（受取りの何日前まで）" name="leadDays" />
        <CountField label="申込みの開始（何日先まで）" name="aheadDays" />
        <CountField label="貸出しの上限（日）" name="mostDays" />
        <ChoiceField
          label=""
          name="countsOpen"
          type="checkbox"
          options={[{ value: "true", label: "上限は、窓口の開いている日だけで数える" }]}
        />
        <ChoiceField label="窓口の開いている曜日" name="openOn" type="checkbox" options={DAYS} />
        <ChoiceField
          label=""
          name="openOnHolidays"
          type="checkbox"
          options={[{ value: "true", label: "祝日と年末年始も開いている" }]}
        />
        <TextArea label="臨時の休み（1行に1日）" name="closedOn" rows={3} optional />
        <TextField label="開く時刻" name="opens" type="time" />
        <TextField label="閉まる時刻" name="closes" type="time" />
      </CommandForm>
    </>
  );
}
