import { ButtonLink, TextLink } from "#ui/button.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { showDay } from "../../model/visit.present.ts";
import type { Said } from "../../parts/answers.tsx";
import { AFTER_TEXTS } from "../after-visit.messages.ts";
import type { AfterView } from "../after-visit.usecases.server.ts";

/** What may follow a visit: the same again, help for one person, a letter next year. */
export function NextSteps({
  after,
  again,
  area,
  language,
  answer,
}: Said & { after: AfterView; again: string; area: string }) {
  const text = AFTER_TEXTS[language];
  const { consultations, reminder, proposed } = after;
  return (
    <>
      <Section title={text.again} lead={text.againLead}>
        <ButtonLink to={again}>{text.again}</ButtonLink>
      </Section>
      <Section id="person" title={text.person} lead={text.personLead}>
        {consultations === undefined ? (
          <CommandForm
            command="receipt.consult"
            answer={answer}
            submit={text.personShow}
            kind="secondary"
            language={language}
          />
        ) : (
          <>
            <p className="text-std-16B-170">{text.personShown}</p>
            <p>
              <TextLink to={`/areas/${area}/consultations${language === "en" ? "?lang=en" : ""}`}>
                {text.personPrint}
              </TextLink>
            </p>
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
          <CommandForm
            command="receipt.remind"
            answer={answer}
            values={{ remindOn: reminder ?? proposed }}
            submit={text.nextSave}
            kind="secondary"
            language={language}
            labels={{ remindOn: text.nextDay }}
          >
            <DayField label={text.nextDay} name="remindOn" />
          </CommandForm>
        </Section>
      ) : null}
    </>
  );
}
