import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import type { Part } from "../../model/request.rules.ts";
import type { Texts } from "../../model/request-form.messages.ts";
import { MOST_WISH } from "../../model/request-lists.schema.ts";
import { Wishes } from "../../parts/wish-fields.tsx";
import type { Choices } from "../../requests/request-form.present.ts";

/** The fields of what can be changed of a request where it stands. */
export function ChangeFields({
  parts,
  text,
  choices,
  towns,
}: {
  parts: readonly Part[];
  text: Texts;
  choices: Choices;
  towns: readonly Option[];
}) {
  const has = (part: Part) => parts.includes(part);
  return (
    <>
      {has("wishes") ? <Wishes text={text} /> : null}
      {has("topics") ? (
        <ChoiceField
          label={text.topics}
          name="topics"
          type="checkbox"
          options={choices.topics}
          chips
          optional
        />
      ) : null}
      {has("place") ? (
        <ChoiceField label={text.place} name="place" type="radio" options={choices.places} unmarked={false} />
      ) : null}
      <TextArea name="wish" label={text.wish} hint={text.wishHint} most={MOST_WISH} optional />
      <CountField name="size" label={text.size} />
      <CountField name="people" label={text.people} />
      <TextField name="workplace" label={text.workplace} autoComplete="organization" />
      {has("industry") ? (
        <SelectField name="industry" label={text.industry} options={choices.industries} />
      ) : null}
      {has("municipality") ? (
        <SelectField name="municipality" label={text.municipality} options={towns} />
      ) : null}
      <TextField
        name="address"
        label={text.address}
        hint={text.addressHint}
        autoComplete="street-address"
        optional
      />
      <TextField name="contact" label={text.contact} autoComplete="name" optional />
      <p>{text.reachHint}</p>
      <TextField name="phone" label={text.phone} type="tel" autoComplete="tel" unmarked required={false} />
      <TextField
        name="email"
        label={text.email}
        inputMode="email"
        autoComplete="email"
        unmarked
        required={false}
      />
    </>
  );
}
