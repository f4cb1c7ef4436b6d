import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { LEAFLET } from "../leaflets/leaflet.messages.ts";
import { LANGUAGE_NAMES, optionsOf, TEMPLATE_NAMES } from "../model/material.messages.ts";

const LANGUAGES = optionsOf(LANGUAGE_NAMES);
const TEMPLATES = optionsOf(TEMPLATE_NAMES);
const LABELS = {
  template: LEAFLET.template,
  language: LEAFLET.language,
  label: LEAFLET.label,
  title: LEAFLET.heading,
  lead: LEAFLET.first,
  body: LEAFLET.body,
  foot: LEAFLET.foot,
  contacts: LEAFLET.contacts,
};

type Form = Readonly<{
  values: Readonly<Record<string, string>>;
  once: string;
  contacts: readonly Readonly<{ value: string; label: string }>[];
  unchecked: readonly string[];
  asOf: string;
}>;

/** The texts of a leaflet, and whose telephone numbers it prints. */
export const LeafletForm = ({ form, id, answer }: { form: Form; id: string; answer: unknown }) => (
  <>
    {form.unchecked.length > 0 ? (
      <Notice title={LEAFLET.unchecked}>{`${form.unchecked.join("、")}（一覧は${form.asOf}時点）`}</Notice>
    ) : null}
    <CommandForm
      key={form.values.template}
      command="leaflet.save"
      answer={answer}
      values={form.values}
      once={form.once}
      submit={LEAFLET.save}
      labels={LABELS}
      options={{ template: TEMPLATES, language: LANGUAGES, contacts: form.contacts }}
    >
      <input type="hidden" name="id" value={id} />
      <SelectField label={LABELS.template} name="template" empty="" options={TEMPLATES} />
      <TextField label={LABELS.label} name="label" />
      <SelectField label={LABELS.language} name="language" options={LANGUAGES} />
      <TextField label={LABELS.title} name="title" />
      <TextArea label={LABELS.lead} name="lead" rows={3} most={300} />
      <TextArea label={LABELS.body} name="body" rows={8} optional most={1200} />
      <TextField label={LABELS.foot} name="foot" optional />
      <ChoiceField
        label={LABELS.contacts}
        hint={LEAFLET.contactsHint}
        name="contacts"
        type="checkbox"
        options={form.contacts}
      />
    </CommandForm>
  </>
);
