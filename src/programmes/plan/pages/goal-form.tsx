import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import type { FormProps } from "./parts.tsx";

const LABELS = { title: "目標", issueId: "健康課題", pillarId: "対策の柱" };

/** The fields of a goal, empty or filled. Nothing but the goal itself must be known. */
export function GoalForm({
  issues,
  pillars,
  ...form
}: FormProps & { issues: readonly Option[]; pillars: readonly Option[] }) {
  return (
    <CommandForm
      {...form}
      labels={LABELS}
      options={{ issueId: issues, pillarId: pillars }}
      busy="保存しています…"
    >
      <TextField
        label={LABELS.title}
        hint="どうなればよいか。例　事業主・従業員ともに、健康づくりに関心が持てる"
        name="title"
      />
      <SelectField label={LABELS.issueId} name="issueId" optional empty="まだ決めない" options={issues} />
      {pillars.length > 0 ? (
        <SelectField label={LABELS.pillarId} name="pillarId" optional empty="なし" options={pillars} />
      ) : (
        // The link to a pillar that was deleted is kept until it comes back.
        <input type="hidden" name="pillarId" value={form.values?.pillarId ?? ""} />
      )}
    </CommandForm>
  );
}
