import { ChoiceField, TextArea } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { JUDGING } from "../model/award.messages.ts";
import { SCORES } from "../model/award-lists.schema.ts";

/** One entry scored by the axes of the scheme. */
export function ScoreForm({
  entry,
  axes,
  answer,
}: {
  entry: Readonly<{ id: string; number: string; scores: Readonly<Record<string, string>> }>;
  axes: readonly Readonly<{ key: string; name: string }>[];
  answer: unknown;
}) {
  const own = answerFor(answer, "award-review.score")?.values.entry === entry.id ? answer : undefined;
  return (
    <CommandForm
      command="award-review.score"
      answer={own}
      values={entry.scores}
      submit={JUDGING.score}
      kind="secondary"
      label={`${entry.number} ${JUDGING.score}`}
    >
      <input type="hidden" name="entry" value={entry.id} />
      {axes.map(({ key, name }) => (
        <ChoiceField
          key={key}
          chips
          type="radio"
          label={name}
          name={key}
          options={SCORES.map((value) => ({ value, label: value }))}
        />
      ))}
      <TextArea label={JUDGING.note} name="note" rows={2} optional most={500} />
    </CommandForm>
  );
}
