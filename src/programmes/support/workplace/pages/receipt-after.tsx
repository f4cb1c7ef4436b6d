import { ChoiceField, TextArea } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { forForm, type Said } from "../../parts/answers.tsx";
import { RECEIPT } from "../receipt.messages.ts";
import type { ReceiptView } from "../receipt.usecases.server.ts";

/** Two minutes: one choice, one line, one box. */
export function Feedback({ rated, answer, language }: Said & { rated: boolean }) {
  const text = RECEIPT[language];
  if (rated) return <Notice kind="success" title={text.rated} language={language} />;
  return (
    <Section title={text.feedback}>
      <CommandForm
        command="receipt.rate"
        answer={answer}
        submit={text.rate}
        language={language}
        labels={{ rating: text.rating, useful: text.useful }}
      >
        <ChoiceField
          label={text.rating}
          name="rating"
          type="radio"
          options={text.ratings.map((label, index) => ({ value: String(index + 1), label }))}
        />
        <TextArea label={`${text.useful}${text.optional}`} name="useful" required={false} />
        <ChoiceField label="" name="again" type="checkbox" options={[{ value: "yes", label: text.again }]} />
      </CommandForm>
    </Section>
  );
}

/** What may follow a visit, each with its law, deadline and forms. */
export function NextServices({ services, answer, language }: Said & Pick<ReceiptView, "services">) {
  const text = RECEIPT[language];
  if (services.length === 0) return null;
  return (
    <Section title={text.next} lead={text.nextLead}>
      <ul>
        {services.map((service) => {
          const field = { checkup_on: "checkupOn", applied_on: "appliedOn" }[service.asks];
          const label = text.day[service.asks] ?? "";
          return (
            <li key={service.key} className="border-b border-solid-gray-200 py-4">
              <h3 className="text-std-17B-170">{service[language]}</h3>
              <p>{language === "ja" ? service.precondition : service.preconditionEn}</p>
              {language === "ja" && service.deadlineText ? <p>期限: {service.deadlineText}</p> : null}
              <p className="text-dns-14N-130 text-solid-gray-800">
                {text.forms}: {service.forms.join("、")}
              </p>
              <CommandForm
                command="receipt.follow"
                answer={forForm(answer, "service", service.key)}
                submit={text.takeService}
                kind="secondary"
                label={service[language]}
                language={language}
                labels={field ? { [field]: label } : {}}
              >
                <input type="hidden" name="service" value={service.key} />
                {field ? <DayField label={label} name={field} /> : null}
              </CommandForm>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
