import { ChoiceField, labelled, type Option, SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { MEASURE } from "../model/plan.messages.ts";
import { type FormProps, wordsOf } from "./parts.tsx";

const LABELS = {
  kind: "種類",
  name: "指標名",
  unit: "単位",
  goalValue: "1年の目標",
  partOf: "どの指標の内訳か",
};
const field = labelled(LABELS);
const KINDS = wordsOf(MEASURE);

/** The fields of a measure, empty or filled; the values of the years are written on its page. */
export function MeasureForm({
  wholes,
  ...form
}: FormProps & {
  /** The measures that it may be a part of. */
  wholes: readonly Option[];
}) {
  return (
    <CommandForm {...form} labels={LABELS} options={{ kind: KINDS, partOf: wholes }} busy="保存しています…">
      <ChoiceField
        {...field("kind")}
        hint="行った量は実施量（回数・人数・件数）、それによる変化は成果（割合・人数）です。"
        type="radio"
        options={KINDS}
      />
      <TextField {...field("name")} hint="例　出前講座の参加者" />
      <TextField {...field("unit")} hint="例　人、回、件、%" className="max-w-32" />
      <TextField {...field("goalValue")} hint="例　600" inputMode="decimal" optional className="max-w-40" />
      {wholes.length > 0 ? (
        <SelectField {...field("partOf")} optional empty="内訳ではない" options={wholes} />
      ) : null}
    </CommandForm>
  );
}
