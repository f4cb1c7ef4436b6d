import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { INDUSTRIES, PLACES, type Topic } from "../offers/lists/schema.ts";
import { INDUSTRY_NAMES, type Language, PLACE_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import { HEARD_NAMES, PAGE } from "../requests/asking/messages.ts";
import type { Typed } from "../requests/asking/rules.ts";
import { HEARD_FROM } from "../requests/lists/schema.ts";
import { Wishes } from "./wish-fields.tsx";

type Options = readonly { value: string; label: string }[];
type Props = Readonly<{
  typed: Typed;
  errors: FieldErrors;
  language: Language;
  topics: readonly Topic[];
  towns: Options;
  services: readonly { key: string; ja: string; en: string; precondition: string; preconditionEn: string }[];
}>;

/** The questions of a request, for a workplace and for staff who write one down. */
export function AskFields({ typed: { text: typed, topics }, errors, language, ...rest }: Props) {
  const text = PAGE[language];
  const field = (name: string) => ({ name, defaultValue: typed[name] ?? "", errors: errors[name] });
  const optional = (label: string) => ({ label: `${label}${text.optional}`, required: false });
  const options = (
    names: Readonly<Record<string, Readonly<Record<Language, string>>>>,
    keys: readonly string[],
  ) => keys.map((value) => ({ value, label: names[value]![language] }));
  return (
    <>
      <ChoiceField
        label={text.topics}
        hint={text.topicsHint}
        name="topics"
        type="checkbox"
        options={options(TOPIC_NAMES, rest.topics)}
        chosen={topics}
        errors={errors.topics}
      />
      {rest.services.length > 0 ? (
        <>
          <ChoiceField
            label={text.service}
            name="service"
            type="radio"
            options={[
              { value: "", label: text.serviceNone },
              ...rest.services.map((one) => ({ value: one.key, label: one[language] })),
            ]}
            chosen={[typed.service ?? ""]}
            errors={errors.service}
          />
          <ul className="max-w-xl text-dns-14N-130">
            {rest.services.map((one) => (
              <li key={one.key} className="py-1">
                {one[language]}: {language === "ja" ? one.precondition : one.preconditionEn}
              </li>
            ))}
          </ul>
          {rest.services.some((one) => one.key === "opinion") ? (
            <TextField
              {...field("checkupOn")}
              {...optional(text.checkupOn)}
              hint={text.checkupOnHint}
              type="date"
            />
          ) : (
            <TextField
              {...field("appliedOn")}
              {...optional(text.appliedOn)}
              hint={text.appliedOnHint}
              type="date"
            />
          )}
        </>
      ) : null}
      <TextArea {...field("wish")} {...optional(text.wish)} hint={text.wishHint} />
      <h2 className="mt-8 text-std-20B-160">{text.who}</h2>
      <TextField {...field("workplace")} label={text.workplace} autoComplete="organization" />
      <SelectField
        {...field("industry")}
        label={text.industry}
        options={options(INDUSTRY_NAMES, INDUSTRIES)}
        empty={text.choose}
      />
      <SelectField
        {...field("municipality")}
        label={text.municipality}
        options={rest.towns}
        empty={text.choose}
      />
      <TextField {...field("address")} {...optional(text.address)} autoComplete="street-address" />
      <TextField {...field("size")} label={text.size} inputMode="numeric" />
      <TextField {...field("people")} label={text.people} inputMode="numeric" />
      <ChoiceField
        label={text.place}
        name="place"
        type="radio"
        options={options(PLACE_NAMES, PLACES)}
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
      <Wishes typed={typed} errors={errors} language={language} />
      <h2 className="mt-8 text-std-20B-160">{text.reach}</h2>
      <p>{text.reachHint}</p>
      <TextField {...field("contact")} {...optional(text.contact)} autoComplete="name" />
      <TextField {...field("phone")} {...optional(text.phone)} type="tel" autoComplete="tel" />
      <TextField {...field("email")} {...optional(text.email)} inputMode="email" autoComplete="email" />
      <SelectField
        {...field("heardFrom")}
        {...optional(text.heardFrom)}
        options={options(HEARD_NAMES, HEARD_FROM)}
        empty={text.choose}
      />
    </>
  );
}
