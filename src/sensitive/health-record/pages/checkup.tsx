import { onTarget } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { JUDGEMENT_SETS } from "#sensitive/checkups/public.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { FASTING_WORDS, KIND_WORDS } from "../checkups/checkup.messages.ts";
import { SHEET_ITEMS } from "../checkups/checkup.rules.ts";
import { deleteCheckup, readFile, saveCheckup } from "../checkups/checkup.usecases.server.ts";
import { letterField, rangeField, valueField } from "../checkups/checkup-field.rules.ts";
import { checkupFields } from "../checkups/checkup-form.schema.ts";
import { openRequest } from "../file/request.usecases.server.ts";
import type { Route } from "./+types/checkup";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await openRequest(args);
  const { checkups } = shown(await readFile(app, actor, target));
  const one = checkups.find(({ id }) => id === args.params.entry);
  const { values, once } = formShowing(checkupFields(one));
  return {
    form: { values, once },
    old: Boolean(one),
    items: SHEET_ITEMS.map(({ key, label, unit }) => ({ key, label, unit })),
    sets: JUDGEMENT_SETS.map(({ key, name }) => ({ value: key, label: name })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await openRequest(args);
  const on = onTarget(app, actor, { ...target, entry: args.params.entry });
  return answerForm(args.request, [
    on(saveCheckup, () => "/health-file"),
    on(deleteCheckup, () => "/health-file"),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Checkup({
  loaderData: { form, old, items, sets },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="健診結果の入力"
        lead="結果票のとおりに入力してください。測っていない項目は空欄のままで構いません。"
      />
      <CommandForm {...form} command="health-checkup.save" answer={actionData} submit="保存する" private>
        <DayField label="受診日" name="day" />
        <SelectField
          label="健診の種類"
          name="kind"
          options={optionsOf(KIND_WORDS)}
          empty="選択してください"
        />
        <TextField label="健診機関" name="institution" optional />
        <ChoiceField
          label="採血時の食後時間"
          name="fasting"
          type="radio"
          chosen={[form.values.fasting || "unknown"]}
          options={optionsOf(FASTING_WORDS)}
        />
        <SelectField
          label="判定の区分"
          hint="結果票に書かれている区分の名前です。分からないときは空欄にします。"
          name="set"
          options={sets}
          empty="分からない"
          optional
        />
        {items.map(({ key, label, unit }) => (
          <div key={key} className="border-t border-solid-gray-300">
            <TextField label={unit ? `${label}（${unit}）` : label} name={valueField(key)} optional />
            <Folded summary={`${label}の判定・基準値`}>
              <TextField label={`${label}の判定`} name={letterField(key)} optional />
              <TextField label={`${label}の基準値`} name={rangeField(key)} hint="例：3.6-10.0" optional />
            </Folded>
          </div>
        ))}
        <TextField label="総合判定" name="overall" optional />
        <TextArea label="メモ" name="note" optional />
      </CommandForm>
      {old ? (
        <Removal
          open="この健診結果を削除する"
          asks="この健診結果を削除します。元に戻すことはできません。"
          command="health-checkup.delete"
          answer={actionData}
        />
      ) : null}
    </>
  );
}
