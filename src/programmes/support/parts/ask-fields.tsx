import { AttachField } from "#ui/attachments.tsx";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import type { Language } from "../model/offer.messages.ts";
import { FILES } from "../model/request-file.messages.ts";
import { FORM_LIMITS } from "../model/request-file.schema.ts";
import type { Texts } from "../model/request-form.messages.ts";
import type { Choices } from "../requests/request-form.present.ts";
import { Wishes } from "./wish-fields.tsx";

type Props = Readonly<{
  language: Language;
  text: Texts;
  choices: Choices;
  towns: readonly Option[];
}>;

/** The questions of a request, for a workplace and for staff who write one down. */
export function AskFields({ language, text, choices, towns }: Props) {
  const optional = (label: string) => ({ label: `${label}${text.optional}`, required: false });
  return (
    <>
      <ChoiceField
        label={text.topics}
        hint={text.topicsHint}
        name="topics"
        type="checkbox"
        options={choices.topics}
      />
      {choices.services.length > 0 ? (
        <>
          <ChoiceField
            label={text.service}
            name="service"
            type="radio"
            options={[{ value: "", label: text.serviceNone }, ...choices.services]}
            chosen={[""]}
          />
          <ul className="max-w-xl text-dns-14N-130">
            {choices.services.map((one) => (
              <li key={one.value} className="py-1">
                {one.label}: {one.precondition}
              </li>
            ))}
          </ul>
          {choices.services.some((one) => one.asks === "checkup_on") ? (
            <DayField name="checkupOn" {...optional(text.checkupOn)} hint={text.checkupOnHint} />
          ) : null}
          {choices.services.some((one) => one.asks === "applied_on") ? (
            <DayField name="appliedOn" {...optional(text.appliedOn)} hint={text.appliedOnHint} />
          ) : null}
        </>
      ) : null}
      <TextArea name="wish" {...optional(text.wish)} hint={text.wishHint} />
      <h2 className="mt-8 text-std-20B-160">{text.who}</h2>
      <TextField name="workplace" label={text.workplace} autoComplete="organization" />
      <SelectField name="industry" label={text.industry} options={choices.industries} empty={text.choose} />
      <SelectField name="municipality" label={text.municipality} options={towns} empty={text.choose} />
      <TextField name="address" {...optional(text.address)} autoComplete="street-address" />
      <CountField name="size" label={text.size} />
      <CountField name="people" label={text.people} />
      <ChoiceField label={text.place} name="place" type="radio" options={choices.places} />
      <ChoiceField
        label=""
        name="freeOnly"
        type="checkbox"
        options={[{ value: "yes", label: text.freeOnly }]}
      />
      <Wishes text={text} />
      <AttachField text={FILES[language]} eachBytes={FORM_LIMITS.bytes} optional={text.optional} />
      <h2 className="mt-8 text-std-20B-160">{text.reach}</h2>
      <p>{text.reachHint}</p>
      <TextField name="contact" {...optional(text.contact)} autoComplete="name" />
      <TextField name="phone" {...optional(text.phone)} type="tel" autoComplete="tel" />
      <TextField name="email" {...optional(text.email)} inputMode="email" autoComplete="email" />
      <SelectField
        name="heardFrom"
        {...optional(text.heardFrom)}
        options={choices.heard}
        empty={text.choose}
      />
    </>
  );
}
