import { ChoiceField, labelled, TextArea, TextField } from "#ui/field.tsx";
import { DayField, FiscalYearField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm, type CommandFormProps } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import type { PastLine } from "../past/past.present.ts";
import { answerOfRow } from "./meeting-act.tsx";

const KINDS = [
  { value: "event", label: "経過（できごと）" },
  { value: "plan", label: "上位計画での位置づけ" },
];
const LABELS = {
  kind: "種類",
  fiscalYear: "年度",
  untilYear: "終わりの年度",
  onDay: "日付",
  text: "内容",
  document: "資料・計画の名称",
};
const field = labelled(LABELS);

/** The fields of a line of the past. */
export const PastForm = ({
  id,
  ...form
}: Pick<CommandFormProps, "command" | "answer" | "values" | "seen" | "once" | "submit"> & {
  id?: string;
}) => (
  <CommandForm {...form} labels={LABELS} options={{ kind: KINDS }} kind="secondary">
    {id ? <input type="hidden" name="id" value={id} /> : null}
    <ChoiceField {...field("kind")} type="radio" options={KINDS} />
    <div className="flex flex-wrap gap-x-6">
      <FiscalYearField {...field("fiscalYear")} />
      <FiscalYearField {...field("untilYear")} hint="数年にわたる場合" optional />
      <DayField {...field("onDay")} hint="わかる場合" optional />
    </div>
    <TextArea {...field("text")} rows={2} />
    <TextField {...field("document")} optional />
  </CommandForm>
);

export function EditPast({
  line,
  form,
  answer,
}: {
  line: PastLine;
  form: { values: Record<string, string>; seen: string } | undefined;
  answer: unknown;
}) {
  const own = answerOfRow(answer, "past.change", line.id);
  if (!form) return null;
  return (
    <div className="no-print">
      <Folded summary="編集・削除" open={own !== undefined}>
        <PastForm command="past.change" id={line.id} answer={own} {...form} submit="保存する" />
        <Removal open="削除する" named={line.text} goes="30日以内は元に戻せます。" command="past.delete">
          <input type="hidden" name="id" value={line.id} />
        </Removal>
      </Folded>
    </div>
  );
}
