import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Facts } from "#ui/page.tsx";
import { differingFields, type FormValues } from "../form/rules.ts";
import type { FormOutcome } from "../form/usecases.server.ts";
import { FIELD, HINT, PAGE } from "../messages.ts";

/** The fields of an organisation, with what was typed and what there is to mend. */
export function OrganisationForm({
  values,
  outcome,
  version,
  id,
  sectors,
  homes,
  homeName,
}: {
  values: FormValues;
  outcome: FormOutcome | undefined;
  version: number | undefined;
  id: string;
  sectors: readonly Option[];
  /** Areas to choose the home from; undefined where any may be written. */
  homes: readonly Option[] | undefined;
  /** Set where the home stands fast. */
  homeName: string | undefined;
}) {
  const refused = outcome && !outcome.saved ? outcome : undefined;
  const field = (name: Exclude<keyof typeof FIELD, "id" | "published">) => ({
    name,
    label: FIELD[name],
    hint: (HINT as Partial<Record<string, string>>)[name],
    defaultValue: values[name],
    errors: refused?.errors[name],
  });
  const optional = (name: Parameters<typeof field>[0]) => ({ ...field(name), optional: true });
  return (
    <>
      {refused ? <Refused refused={refused} values={values} sectors={sectors} /> : null}
      {/* Only the server's sentences name the mend in the words of the office. */}
      <OnceForm submit={PAGE.save} busy={PAGE.saving} noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={refused?.current?.version ?? version ?? ""} />
        <TextField {...field("name")} maxLength={120} autoComplete="off" />
        <TextField {...optional("kana")} hint={HINT.kana} maxLength={120} autoComplete="off" />
        <SelectField {...field("sector")} options={sectors} empty={PAGE.choose} />
        {homeName !== undefined ? (
          <>
            <input type="hidden" name="areaId" value={values.areaId} />
            <p className="my-5 text-std-16N-170">
              <span className="block text-std-16B-170">{FIELD.areaId}</span>
              {homeName}
            </p>
          </>
        ) : homes ? (
          <SelectField {...field("areaId")} options={homes} />
        ) : (
          <TextField {...field("areaId")} autoComplete="off" />
        )}
        <TextField {...optional("servedAreas")} autoComplete="off" />
        <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-20B-150">{PAGE.contacts}</h2>
        <p className="text-std-16N-170">{PAGE.contactsLead}</p>
        <TextField {...optional("desk")} autoComplete="off" />
        <TextField {...optional("phone")} type="tel" autoComplete="off" />
        <TextField {...optional("fax")} type="tel" autoComplete="off" />
        <TextField {...optional("email")} type="email" autoComplete="off" />
        <TextField {...optional("postalCode")} inputMode="numeric" autoComplete="off" />
        <TextField {...optional("address")} autoComplete="off" />
        <TextField {...optional("website")} type="url" autoComplete="off" />
        <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-20B-150">{PAGE.handling}</h2>
        <ChoiceField
          label={FIELD.published}
          hint={HINT.published}
          name="published"
          type="checkbox"
          options={[{ value: "yes", label: PAGE.publish }]}
          chosen={values.published === "yes" ? ["yes"] : []}
        />
        <TextField {...optional("validFrom")} type="date" />
        <TextField {...optional("validTo")} type="date" />
        <TextArea {...optional("note")} />
      </OnceForm>
    </>
  );
}

function Refused({
  refused,
  values,
  sectors,
}: {
  refused: Extract<FormOutcome, { saved: false }>;
  values: FormValues;
  sectors: readonly Option[];
}) {
  const { current } = refused;
  const inWords = (name: keyof FormValues, value: string): string => {
    if (name === "published") return value === "yes" ? PAGE.published : PAGE.unpublished;
    if (name === "sector") return sectors.find((sector) => sector.value === value)?.label ?? value;
    return value === "" ? PAGE.blank : value;
  };
  const fields = current ? differingFields(values, current.values) : [];
  return (
    <Notice kind="error" title={refused.message}>
      {current && fields.length > 0 ? (
        <>
          <p className="mt-3 text-std-16B-170">{PAGE.current}</p>
          <Facts
            items={fields.map((name) => ({
              name: FIELD[name],
              value: inWords(name, current.values[name]),
            }))}
          />
        </>
      ) : null}
    </Notice>
  );
}
