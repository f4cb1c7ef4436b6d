import { ChoiceField, labelled, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { ACTIVITY_KINDS } from "../model/activity-kinds.schema.ts";
import { activityKindLabel } from "../model/plan.messages.ts";
import { ActivityFileField } from "./activity-files.tsx";
import type { FormProps } from "./parts.tsx";

const KINDS = ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) }));
const FEES: readonly Option[] = [
  { value: "free", label: "無料" },
  { value: "paid", label: "有料" },
];

/** Behind one tap, unless there is something to mend. */
const FOLDED = {
  to: "終了日",
  place: "場所",
  partners: "連携機関",
  men: "男性（人）",
  women: "女性（人）",
  workplaces: "参加した事業所",
};
const LABELS = {
  title: "実施内容",
  kind: "種類",
  from: "日",
  participants: "参加者数（人）",
  sessions: "回数",
  initiativeId: "事業",
  host: "主催機関",
  result: "結果（概要）",
  online: "形式",
  fee: "参加費",
  ...FOLDED,
};
const field = labelled(LABELS);

/** What happened, in under a minute on a phone: what most entries need comes first, the rest behind one tap. */
export function ActivityForm({
  initiatives,
  submit,
  photos = false,
  ...form
}: FormProps & {
  initiatives: readonly Option[] /** Whether photos come along with it. */;
  photos?: boolean;
}) {
  const errors = answerFor(form.answer, form.command)?.errors ?? {};
  const figure = { optional: true };
  return (
    <CommandForm
      {...form}
      labels={LABELS}
      options={{ kind: KINDS, initiativeId: initiatives, fee: FEES }}
      submit={submit}
      busy="保存しています…"
      {...(photos ? { encType: "multipart/form-data" } : {})}
    >
      <TextField hint="例　出前講座「血圧と食塩」" {...field("title")} />
      <SelectField options={KINDS} {...field("kind")} />
      <DayField {...field("from")} />
      <CountField {...figure} {...field("participants")} />
      <CountField {...figure} {...field("sessions")} />
      <SelectField optional empty="未定" options={initiatives} {...field("initiativeId")} />
      <TextField {...field("host")} />
      <TextField optional {...field("result")} />
      {photos ? <ActivityFileField optional /> : null}
      <Folded summary="場所・内訳・参加費を入力する" open={Object.keys(FOLDED).some((name) => errors[name])}>
        <DayField hint="数日にわたるときだけ" optional {...field("to")} />
        <TextField optional {...field("place")} />
        <ChoiceField type="checkbox" options={[{ value: "on", label: "オンライン" }]} {...field("online")} />
        <TextArea rows={2} optional {...field("partners")} />
        <CountField {...figure} {...field("men")} />
        <CountField {...figure} {...field("women")} />
        <CountField {...figure} {...field("workplaces")} />
        <ChoiceField type="radio" options={FEES} {...field("fee")} />
      </Folded>
    </CommandForm>
  );
}
