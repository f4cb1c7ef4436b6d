import { ChoiceField, type Option, TextArea, TextField } from "#ui/field.tsx";
import { DecimalField } from "#ui/field-kinds.tsx";
import type { ShownQuestion } from "../design/survey.present.ts";
import type { answeringIn } from "../model/survey.messages.ts";

type Words = ReturnType<typeof answeringIn>;

/** The fields of one question. Their names are those of the columns of the answer. */
function AnswerField({ one, words }: { one: ShownQuestion; words: Words }) {
  const label = `${one.number}. ${one.text}${one.must ? `（${words.must}）` : ""}`;
  const hint = [one.only ? `【${one.only}】` : "", one.note, one.credit].filter(Boolean).join(" ");
  const common = { label, ...(hint ? { hint } : {}), optional: true, unmarked: true } as const;
  const options: Option[] = one.choices.map(({ id, label: text, none }) => ({
    value: id,
    label: text,
    none,
  }));
  const other = one.choices.find((choice) => choice.other);
  if (one.kind === "number") return <DecimalField {...common} name={one.id} unit={one.unit} />;
  if (one.kind === "month")
    return <TextField {...common} name={one.id} hint="2026-04" className="max-w-40" />;
  if (one.kind === "text") return <TextArea {...common} name={one.id} rows={3} most={1000} />;
  if (one.kind === "grid")
    return (
      <section className="my-6" aria-label={label}>
        <p className="text-std-16B-170">{label}</p>
        {hint ? <p className="text-dns-14N-130">{hint}</p> : null}
        {one.rows.map((row) => (
          <ChoiceField
            key={row.id}
            label={row.label}
            name={`${one.id}--${row.id}`}
            type="radio"
            options={options}
            chips
          />
        ))}
      </section>
    );
  return (
    <>
      <ChoiceField
        label={label}
        {...(hint ? { hint } : {})}
        name={one.id}
        type={one.kind === "multiple" ? "checkbox" : "radio"}
        options={options}
        chips
      />
      {other ? <TextField label={words.other} name={`${one.id}--other`} optional unmarked /> : null}
    </>
  );
}

export const AnswerFields = ({ questions, words }: { questions: readonly ShownQuestion[]; words: Words }) =>
  questions.map((one) => <AnswerField key={one.id} one={one} words={words} />);

/** The names that a question's fields send. */
export const fieldNames = (one: ShownQuestion): string[] =>
  one.kind === "grid"
    ? one.rows.map((row) => `${one.id}--${row.id}`)
    : [one.id, ...(one.choices.some((choice) => choice.other) ? [`${one.id}--other`] : [])];
