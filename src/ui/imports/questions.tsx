import { ChoiceField } from "../field.tsx";
import { CommandForm } from "../form.tsx";
import { Notice } from "../notice.tsx";
import { Facts, Section } from "../page.tsx";
import { type ImportShown, WORDS } from "./words.ts";

/** What a file leaves open, asked once for all of it; the answers have it read anew. */
export function Questions({ one, prefix, answer }: { one: ImportShown; prefix: string; answer: unknown }) {
  return (
    <Section title={WORDS.questions}>
      <Notice kind="warning" title={WORDS.questionsLead(one.questions.length)} />
      <CommandForm
        command={`${prefix}.check`}
        answer={answer}
        labels={Object.fromEntries(one.questions.map(({ field, ask }) => [field, ask]))}
        submit={WORDS.answer}
        busy={WORDS.checking}
      >
        {one.questions.map(({ field, ask, places, examples, options }) => (
          <ChoiceField
            key={field}
            label={ask}
            hint={WORDS.places(places, examples)}
            name={field}
            type="radio"
            options={options}
          />
        ))}
      </CommandForm>
    </Section>
  );
}

/** What was asked of the file, and what was answered. */
export const Answered = ({ answers }: { answers: ImportShown["answered"] }) =>
  answers.length === 0 ? null : (
    <Section title={WORDS.answered}>
      <Facts items={answers.map(({ ask, answer }) => ({ name: ask, value: answer }))} />
    </Section>
  );

/** Rows that are no fault and left aside, by kind. */
export const Apart = ({ kinds }: { kinds: ImportShown["apart"] }) =>
  kinds.length === 0 ? null : (
    <>
      <p>{WORDS.apart}</p>
      <ul className="list-disc pl-6">
        {kinds.map(({ label, count }) => (
          <li key={label}>{WORDS.apartOf(label, count)}</li>
        ))}
      </ul>
    </>
  );
