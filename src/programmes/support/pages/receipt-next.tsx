import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import type { Language } from "../offers/messages.ts";
import { AFTER_TEXTS } from "../reports/after/messages.ts";
import type { AfterView } from "../reports/after/usecases.server.ts";
import { showDay } from "../visits/present.ts";

/** What may follow a visit: the same again, help for one person, a letter next year. */
export function NextSteps({
  after,
  again,
  language,
  errors,
}: {
  after: AfterView;
  again: string;
  language: Language;
  errors: readonly string[] | undefined;
}) {
  const text = AFTER_TEXTS[language];
  const { consultations, reminder, proposed } = after;
  return (
    <>
      <Section title={text.again} lead={text.againLead}>
        <ButtonLink to={again}>{text.again}</ButtonLink>
      </Section>
      <Section id="person" title={text.person} lead={text.personLead}>
        {consultations === undefined ? (
          <OnceForm submit={text.personShow} kind="secondary">
            <input type="hidden" name="do" value="consultation" />
          </OnceForm>
        ) : (
          <>
            <p className="text-std-16B-170">{text.personShown}</p>
            <p>{text.personPrint}</p>
            {consultations.length === 0 ? <p>{text.personNone}</p> : null}
            <ul className="list-disc pl-6">
              {consultations.map((one) => (
                <li key={one.title}>{`${one.title}　${one.by}`}</li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {proposed ? (
        <Section
          title={text.next}
          lead={reminder ? text.nextSet(showDay(reminder, language)) : text.nextLead}
        >
          <OnceForm submit={text.nextSave} kind="secondary" noValidate>
            <input type="hidden" name="do" value="remind" />
            <TextField
              label={text.nextDay}
              name="remindOn"
              type="date"
              defaultValue={reminder ?? proposed}
              errors={errors}
            />
          </OnceForm>
        </Section>
      ) : null}
    </>
  );
}
