import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { FORM, PART_LABELS as LABELS } from "../../offers/offer-form.messages.ts";
import { OPTIONS } from "../../offers/offer-form.present.ts";
import { PARTS } from "../../offers/offer-form.rules.ts";
import { FieldsFold } from "./offer-fields.tsx";

type Props = { towns: readonly Option[]; organisations: readonly Option[] };

/** Who makes the offer: one organisation, or several together. */
export function OfferParts(props: Props) {
  const more = PARTS.slice(1);
  return (
    <Section title={FORM.who}>
      <Part {...props} index={0} />
      <FieldsFold summary={FORM.together} fields={more.map((index) => `organisation${index}`)}>
        <p>{FORM.togetherHint}</p>
        {more.map((index) => (
          <fieldset key={index} className="my-4 border-t border-solid-gray-300 first-of-type:border-0">
            <legend className="sr-only">{`共同で実施する機関${index}`}</legend>
            <Part {...props} index={index} />
          </fieldset>
        ))}
      </FieldsFold>
    </Section>
  );
}

function Part({ towns, organisations, index }: Props & { index: number }) {
  return (
    <>
      <SelectField
        name={`organisation${index}`}
        label={LABELS.organisation}
        optional={index > 0}
        options={organisations}
        empty="選択してください"
      />
      <ChoiceField
        name={`professions${index}`}
        type="checkbox"
        label={LABELS.professions}
        options={OPTIONS.professions}
      />
      <TextField
        name={`email${index}`}
        label={LABELS.email}
        hint="ないときは、事務局が電話で確認します。"
        optional
        inputMode="email"
      />
      <SelectField
        name={`municipality${index}`}
        label={LABELS.municipality}
        optional
        options={towns}
        empty="選ばない"
      />
    </>
  );
}
