import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import type { Language } from "../offers/messages.ts";
import type { Texts } from "../requests/asking/messages.ts";
import type { Choices } from "../requests/asking/present.ts";
import type { Typed } from "../requests/asking/rules.ts";
import { AttachField } from "./attachments.tsx";
import { Wishes } from "./wish-fields.tsx";

type Props = Readonly<{
  typed: Typed;
  errors: FieldErrors;
  language: Language;
  text: Texts;
  choices: Choices;
  towns: readonly Option[];
}>;

/** The questions of a request, for a workplace and for staff who write one down. */
export function AskFields({ typed: { text: typed, topics }, errors, language, text, choices, towns }: Props) {
  const field = (name: string) => ({ name, defaultValue: typed[name] ?? "", errors: errors[name] });
  const optional = (label: string) => ({ label: `${label}${text.optional}`, required: false });
  return (
    <>
      <ChoiceField
        label={text.topics}
        hint={text.topicsHint}
        name="topics"
        type="checkbox"
        options={choices.topics}
        chosen={topics}
        errors={errors.topics}
      />
      {choices.services.length > 0 ? (
        <>
          <ChoiceField
            label={text.service}
            name="service"
            type="radio"
            options={[{ value: "", label: text.serviceNone }, ...choices.services]}
            chosen={[typed.service ?? ""]}
            errors={errors.service}
          />
          <ul className="max-w-xl text-dns-14N-130">
            {choices.services.map((one) => (
              <li key={one.value} className="py-1">
                {one.label}: {one.precondition}
              </li>
            ))}
          </ul>
          {choices.services.some((one) => one.asks === "checkup_on") ? (
            <TextField
              {...field("checkupOn")}
              {...optional(text.checkupOn)}
              hint={text.checkupOnHint}
              type="date"
            />
          ) : null}
          {choices.services.some((one) => one.asks === "applied_on") ? (
            <TextField
              {...field("appliedOn")}
              {...optional(text.appliedOn)}
              hint={text.appliedOnHint}
              type="date"
            />
          ) : null}
        </>
      ) : null}
      <TextArea {...field("wish")} {...optional(text.wish)} hint={text.wishHint} />
      <h2 className="mt-8 text-std-20B-160">{text.who}</h2>
      <TextField {...field("workplace")} label={text.workplace} autoComplete="organization" />
      <SelectField
        {...field("industry")}
        label={text.industry}
        options={choices.industries}
        empty={text.choose}
      />
      <SelectField {...field("municipality")} label={text.municipality} options={towns} empty={text.choose} />
      <TextField {...field("address")} {...optional(text.address)} autoComplete="street-address" />
      <TextField {...field("size")} label={text.size} inputMode="numeric" />
      <TextField {...field("people")} label={text.people} inputMode="numeric" />
      <ChoiceField
        label={text.place}
        name="place"
        type="radio"
        options={choices.places}
        chosen={[typed.place ?? "on_site"]}
        errors={errors.place}
      />
      <ChoiceField
        label=""
        name="freeOnly"
        type="checkbox"
        options={[{ value: "yes", label: text.freeOnly }]}
        chosen={[typed.freeOnly ?? ""]}
      />
      <Wishes typed={typed} errors={errors} text={text} />
      <AttachField language={language} errors={errors.files} optional={text.optional} />
      <h2 className="mt-8 text-std-20B-160">{text.reach}</h2>
      <p>{text.reachHint}</p>
      <TextField {...field("contact")} {...optional(text.contact)} autoComplete="name" />
      <TextField {...field("phone")} {...optional(text.phone)} type="tel" autoComplete="tel" />
      <TextField {...field("email")} {...optional(text.email)} inputMode="email" autoComplete="email" />
      <SelectField
        {...field("heardFrom")}
        {...optional(text.heardFrom)}
        options={choices.heard}
        empty={text.choose}
      />
    </>
  );
}
