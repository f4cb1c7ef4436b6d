import type { FieldErrors } from "#platform/kernel/result.ts";
import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page.tsx";
import { FORM } from "../offers/form/messages.ts";
import { PARTS } from "../offers/form/rules.ts";
import { PROFESSIONS } from "../offers/lists/schema.ts";
import { PROFESSION_NAMES } from "../offers/messages.ts";
import { fieldsFrom, optionsOf, type Values } from "./offer-fields.tsx";

type Props = {
  values: Values;
  errors: FieldErrors;
  towns: readonly Option[];
  organisations: readonly Option[];
};

/** Who makes the offer: one organisation, or several together. */
export function OfferParts(props: Props) {
  const { any } = fieldsFrom(props.values, props.errors);
  const more = PARTS.slice(1);
  return (
    <Section title={FORM.who}>
      <Part {...props} index={0} />
      <Fold summary={FORM.together} open={any(...more.map((index) => `organisation${index}`))}>
        <p>{FORM.togetherHint}</p>
        {more.map((index) => (
          <fieldset key={index} className="my-4 border-t border-solid-gray-300 first-of-type:border-0">
            <legend className="sr-only">{`いっしょに行う機関${index}`}</legend>
            <Part {...props} index={index} />
          </fieldset>
        ))}
      </Fold>
    </Section>
  );
}

function Part({ values, errors, towns, organisations, index }: Props & { index: number }) {
  const { field, choice } = fieldsFrom(values, errors);
  const wrong = (name: string) => errors[`parts.${index}.${name}`];
  return (
    <>
      <SelectField
        {...field(`organisation${index}`)}
        label="機関の名前"
        optional={index > 0}
        options={organisations}
        empty="選んでください"
        errors={wrong("organisationId") ?? (index === 0 ? errors.parts : undefined)}
      />
      <ChoiceField
        {...choice(`professions${index}`, "checkbox", "職種", optionsOf(PROFESSIONS, PROFESSION_NAMES))}
      />
      <TextField
        {...field(`email${index}`)}
        label="たずねるときのメール（機関の窓口）"
        hint="ないときは、事務局が電話でたずねます。"
        optional
        inputMode="email"
        errors={wrong("email")}
      />
      <SelectField
        {...field(`municipality${index}`)}
        label="どの市町村にあるか（近さの順に使います）"
        optional
        options={towns}
        empty="選ばない"
      />
    </>
  );
}
