import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { FIELD, HINT, PAGE } from "../messages.ts";

const PUBLISHED: readonly Option[] = [{ value: "yes", label: PAGE.publish }];

/** The words of the fields that are chosen from. */
export const optionsOf = (sectors: readonly Option[]) => ({ sector: sectors, published: PUBLISHED });

/** The home area of an organisation that stands: it can't be changed. */
export function HomeOf({ name }: { name: string }) {
  return (
    <p className="my-5 text-std-16N-170">
      <span className="block text-std-16B-170">{FIELD.areaId}</span>
      {name}
    </p>
  );
}

/** The fields of an organisation. Only the server's sentences name the mend in the words of the office. */
export function OrganisationFields({ sectors, home }: { sectors: readonly Option[]; home: ReactNode }) {
  const field = (name: Exclude<keyof typeof FIELD, "id" | "published">) => ({
    name,
    label: FIELD[name],
    hint: (HINT as Partial<Record<string, string>>)[name],
    autoComplete: "off",
  });
  const optional = (name: Parameters<typeof field>[0]) => ({ ...field(name), optional: true });
  return (
    <>
      <TextField {...field("name")} maxLength={120} />
      <TextField {...optional("kana")} maxLength={120} />
      <SelectField {...field("sector")} options={sectors} empty={PAGE.choose} />
      {home}
      <TextField {...optional("servedAreas")} />
      <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-20B-150">{PAGE.contacts}</h2>
      <p className="text-std-16N-170">{PAGE.contactsLead}</p>
      <TextField {...optional("desk")} />
      <TextField {...optional("phone")} type="tel" />
      <TextField {...optional("fax")} type="tel" />
      <TextField {...optional("email")} type="email" />
      <TextField {...optional("postalCode")} inputMode="numeric" />
      <TextField {...optional("address")} />
      <TextField {...optional("website")} type="url" />
      <h2 className="mt-10 border-t border-solid-gray-300 pt-6 text-std-20B-150">{PAGE.handling}</h2>
      <ChoiceField
        label={FIELD.published}
        hint={HINT.published}
        name="published"
        type="checkbox"
        options={PUBLISHED}
      />
      <DayField {...optional("validFrom")} />
      <DayField {...optional("validTo")} />
      <TextArea {...optional("note")} />
    </>
  );
}
