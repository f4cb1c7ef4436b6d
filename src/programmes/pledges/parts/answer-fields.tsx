import { ChoiceField } from "#ui/field.tsx";
import { ANSWER_NAMES } from "../model/act.messages.ts";
import type { Spoken } from "../model/act.schema.ts";
import { ANSWERS, type Answer } from "../model/act-lists.schema.ts";

/** Yes, partly, not yet; whether a question applies is no answer. */
export const AnswerField = ({
  question,
  language,
  said,
}: {
  question: Readonly<{ key: string; text: string }>;
  language: Spoken;
  said?: Answer | null;
}) => (
  <ChoiceField
    chips
    type="radio"
    label={question.text}
    name={`a-${question.key}`}
    options={ANSWERS.map((value) => ({ value, label: ANSWER_NAMES[language][value] }))}
    chosen={said ? [said] : []}
  />
);

/** What nobody sees and only a machine fills in. */
export const Trap = () => (
  <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
    <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
  </div>
);
