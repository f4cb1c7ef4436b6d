import { SelectField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { WAITING } from "../capacity/waiting/messages.ts";
import type { WaitingView } from "../capacity/waiting/usecases.server.ts";
import type { Language } from "../offers/messages.ts";
import { showDay } from "../visits/present.ts";

/** Waiting for a place: to begin, to see where one stands, to take or pass a place that is held out. */
export function WaitingPart({ waiting, language }: { waiting: WaitingView; language: Language }) {
  const text = WAITING[language];
  const { choices, line, offered } = waiting;
  if (offered)
    return (
      <Section title={text.free} lead={text.until(offered.title, showDay(offered.until, language))}>
        <div className="flex flex-wrap gap-4">
          <OnceForm submit={text.take}>
            <input type="hidden" name="do" value="take" />
          </OnceForm>
          <OnceForm submit={text.decline} kind="secondary">
            <input type="hidden" name="do" value="decline" />
          </OnceForm>
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
      <OnceForm submit={text.join} kind="secondary">
        <input type="hidden" name="do" value="join" />
        <SelectField label={text.which} name="offer" options={choices} />
      </OnceForm>
    </Section>
  );
}
