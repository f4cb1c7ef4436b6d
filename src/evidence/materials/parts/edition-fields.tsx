import { ChoiceField, labelled, SelectField, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { FileField } from "#ui/file-field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { EDITION_FORM } from "../catalogue/material-page.messages.ts";
import { LANGUAGE_NAMES, optionsOf } from "../model/material.messages.ts";

const field = labelled(EDITION_FORM);
const LANGUAGES = optionsOf(LANGUAGE_NAMES);

type Form = Readonly<{ values: Readonly<Record<string, string>>; seen: string; once: string }>;

/** The form of an edition, for a new one and for one that stands. */
export const EditionForm = ({ form, id, answer }: { form: Form; id: string; answer: unknown }) => (
  <CommandForm
    {...form}
    command="material-edition.save"
    answer={answer}
    submit={EDITION_FORM.save}
    labels={EDITION_FORM}
    options={{ language: LANGUAGES }}
    encType="multipart/form-data"
  >
    <input type="hidden" name="id" value={id} />
    <TextField hint={EDITION_FORM.labelHint} {...field("label")} />
    <SelectField options={LANGUAGES} {...field("language")} />
    <TextField optional hint={EDITION_FORM.formatHint} {...field("format")} />
    <DayField optional hint={EDITION_FORM.validUntilHint} {...field("validUntil")} />
    <TextField optional {...field("place")} />
    <CountField optional hint={EDITION_FORM.lowAtHint} {...field("lowAt")} />
    <CountField {...field("mostAnOrder")} />
    <FileField required={false} hint={EDITION_FORM.filesHint} {...field("files")} />
    <ChoiceField
      type="checkbox"
      options={[{ value: "true", label: EDITION_FORM.publish }]}
      {...field("published")}
    />
  </CommandForm>
);
