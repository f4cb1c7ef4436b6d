import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import type { Language } from "../offers/messages.ts";
import type { Feedback as Given } from "../reports/schema.ts";
import { RECEIPT } from "../requests/receipt/messages.ts";
import type { ReceiptView } from "../requests/receipt/usecases.server.ts";

type Errors = Readonly<Record<string, readonly string[]>>;

/** Two minutes: one choice, one line, one box. */
export function Feedback({
  given,
  errors,
  language,
}: {
  given: Given | undefined;
  errors: Errors;
  language: Language;
}) {
  const text = RECEIPT[language];
  if (given) return <Notice kind="success" title={text.rated} language={language} />;
  return (
    <Section title={text.feedback}>
      <OnceForm submit={text.rate} noValidate>
        <input type="hidden" name="do" value="rate" />
        <ChoiceField
          label={text.rating}
          name="rating"
          type="radio"
          options={text.ratings.map((label, index) => ({ value: String(index + 1), label }))}
          errors={errors.rating}
        />
        <TextArea
          label={`${text.useful}${text.optional}`}
          name="useful"
          required={false}
          errors={errors.useful}
        />
        <ChoiceField label="" name="again" type="checkbox" options={[{ value: "yes", label: text.again }]} />
      </OnceForm>
    </Section>
  );
}

/** What may follow a visit, each with its law, deadline and forms. */
export function NextServices({
  services,
  failed,
  errors,
  language,
}: {
  services: ReceiptView["services"];
  failed: string | undefined;
  errors: Errors;
  language: Language;
}) {
  const text = RECEIPT[language];
  if (services.length === 0) return null;
  return (
    <Section title={text.next} lead={text.nextLead}>
      <ul>
        {services.map((service) => {
          const field = { checkup_on: "checkupOn", applied_on: "appliedOn" }[service.asks];
          return (
            <li key={service.key} className="border-b border-solid-gray-200 py-4">
              <h3 className="text-std-17B-170">{service[language]}</h3>
              <p>{language === "ja" ? service.precondition : service.preconditionEn}</p>
              {language === "ja" && service.deadlineText ? <p>期限: {service.deadlineText}</p> : null}
              <p className="text-dns-14N-130 text-solid-gray-800">
                {text.forms}: {service.forms.join("、")}
              </p>
              <OnceForm submit={text.takeService} kind="secondary" noValidate aria-label={service[language]}>
                <input type="hidden" name="do" value="service" />
                <input type="hidden" name="service" value={service.key} />
                {field ? (
                  <TextField
                    label={text.day[service.asks] ?? ""}
                    name={service.asks}
                    type="date"
                    errors={failed === service.key ? errors[field] : undefined}
                  />
                ) : null}
              </OnceForm>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
