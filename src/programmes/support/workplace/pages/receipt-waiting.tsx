import { SelectField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { showDay } from "../../model/visit.present.ts";
import type { Said } from "../../parts/answers.tsx";
import { WAITING } from "../../requests/waiting.messages.ts";
import type { WaitingView } from "../../requests/waiting.usecases.server.ts";

/** Waiting for a place: to begin, to see where one stands, to take or pass a place that is held out. */
export function WaitingPart({ waiting, answer, language }: Said & { waiting: WaitingView }) {
  const text = WAITING[language];
  const { choices, line, offered } = waiting;
  if (offered)
    return (
      <Section
        title={text.free}
        lead={text.until(offered.title, showDay(offered.until, language), showDay(offered.day, language))}
      >
        {offered.wished ? null : <p className="mb-4">{text.otherDay}</p>}
        <div className="flex flex-wrap gap-4">
          <CommandForm command="waiting.take" {...{ answer, language }} submit={text.take} />
          <CommandForm
            command="waiting.decline"
            {...{ answer, language }}
            submit={text.decline}
            kind="secondary"
          />
        </div>
      </Section>
    );
  if (line)
    return (
      <Section title={text.title} lead={text.inLine(line.title, line.place)}>
        <p>{text.told}</p>
      </Section>
    );
  if (choices.length === 0) return null;
  return (
    <Section title={text.title} lead={text.choose}>
      <CommandForm command="waiting.join" {...{ answer, language }} submit={text.join} kind="secondary">
        <SelectField label={text.which} name="offer" options={choices} />
      </CommandForm>
    </Section>
  );
}
