import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DecimalField } from "#ui/field-kinds.tsx";
import { Section } from "#ui/page.tsx";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { FIELD } from "../model/form.messages.ts";
import {
  FEE_NAMES,
  INDUSTRY_NAMES,
  INSURER_NAMES,
  KIND_NAMES,
  LANGUAGE_NAMES,
  RESIDENCE_NAMES,
  TOPIC_NAMES,
} from "../model/resource.messages.ts";
import {
  FEES,
  INDUSTRIES,
  INSURERS,
  KINDS,
  LANGUAGES,
  RESIDENCES,
  TOPICS,
} from "../model/resource-lists.schema.ts";
import { HoursFields } from "./hours-fields.tsx";

type Named = Readonly<Record<string, Readonly<{ ja: string }>>>;
const options = (keys: readonly string[], names: Named) =>
  keys.map((value) => ({ value, label: names[value]!.ja }));
const tick = (label: string) => [{ value: "true", label }];
const text = (name: keyof typeof FIELD) => <TextField label={FIELD[name]} name={name} optional />;
const several = (name: keyof typeof FIELD, keys: readonly string[], names: Named) => (
  <ChoiceField label={FIELD[name]} name={name} type="checkbox" options={options(keys, names)} optional />
);

type Choices = readonly Readonly<{ value: string; label: string }>[];

/** The fields of an entry, in five parts. */
export function ResourceFields({
  towns,
  organisations,
  rows,
}: {
  towns: Choices;
  organisations: Choices;
  rows: { hours: number; exceptions: number };
}) {
  return (
    <>
      <Section title={DIRECTORY.basics}>
        <TextField label={FIELD.name} name="name" />
        {text("kana")}
        <SelectField label={FIELD.kind} name="kind" options={options(KINDS, KIND_NAMES)} empty="" />
        {text("provider")}
        <SelectField
          label={FIELD.organisationId}
          name="organisationId"
          options={organisations}
          empty=""
          optional
        />
        <TextArea label={FIELD.description} name="description" most={1000} optional />
        {several("topics", TOPICS, TOPIC_NAMES)}
      </Section>
      <Section title={DIRECTORY.whom}>
        <SelectField label={FIELD.fee} name="fee" options={options(FEES, FEE_NAMES)} />
        {text("feeNote")}
        <div className="flex flex-wrap gap-x-6">
          <CountField label={FIELD.sizeFrom} name="sizeFrom" optional />
          <CountField label={FIELD.sizeTo} name="sizeTo" optional />
        </div>
        <SelectField
          label={FIELD.residence}
          name="residence"
          options={options(RESIDENCES, RESIDENCE_NAMES)}
        />
        <ChoiceField
          label={FIELD.served}
          hint={DIRECTORY.servedHint}
          name="served"
          type="checkbox"
          options={towns}
          optional
        />
        {several("industries", INDUSTRIES, INDUSTRY_NAMES)}
        {several("insurers", INSURERS, INSURER_NAMES)}
        {text("eligibility")}
        {several("languages", LANGUAGES, LANGUAGE_NAMES)}
      </Section>
      <Section title={DIRECTORY.place}>
        {text("phone")}
        {text("fax")}
        {text("email")}
        {text("website")}
        {text("apply")}
        {text("postalCode")}
        {text("address")}
        <SelectField label={FIELD.municipality} name="municipality" options={towns} empty="" optional />
        <p className="text-dns-14N-130">{DIRECTORY.coordinatesHint}</p>
        <div className="flex flex-wrap gap-x-6">
          <DecimalField label={FIELD.latitude} name="latitude" unit="" optional />
          <DecimalField label={FIELD.longitude} name="longitude" unit="" optional />
        </div>
        {text("access")}
        {text("corporateNumber")}
      </Section>
      <HoursFields rows={rows} />
      <Section title={DIRECTORY.publish}>
        <ChoiceField label="" name="listed" type="checkbox" options={tick(FIELD.listed)} />
        <ChoiceField
          label=""
          hint={DIRECTORY.checkedHint}
          name="checked"
          type="checkbox"
          options={tick(FIELD.checked)}
        />
      </Section>
    </>
  );
}

/** The names of the fields for the summary of what is to be mended. */
export const LABELS: Readonly<Record<string, string>> = {
  ...FIELD,
  rows: FIELD.hours,
  exceptions: FIELD.exceptions,
};
