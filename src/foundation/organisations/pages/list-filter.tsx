import { Form } from "react-router";
import { Button, TextLink } from "#ui/button.tsx";
import { ChoiceField, type Option, SelectField, TextField } from "#ui/field.tsx";
import { type Language, TEXT } from "../messages.ts";

/** The words, sector and area by which a list is narrowed; they live in the address. */
export function ListFilter({
  typed,
  ended,
  language,
  filtered,
  areaErrors,
  sectors,
}: {
  typed: { text: string; area: string; sector: string; sort: string };
  ended: boolean;
  language: Language;
  filtered: boolean;
  areaErrors: readonly string[] | undefined;
  sectors: readonly Option[];
}) {
  const say = (key: keyof typeof TEXT) => TEXT[key][language];
  return (
    <Form method="get" role="search" key={JSON.stringify(typed)}>
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      {typed.sort === "name" ? null : <input type="hidden" name="sort" value={typed.sort} />}
      <div className="grid items-end gap-x-4 sm:grid-cols-2 desktop:grid-cols-3">
        <TextField label={say("text")} name="q" type="search" defaultValue={typed.text} required={false} />
        <TextField
          label={say("area")}
          hint={say("areaHint")}
          name="area"
          defaultValue={typed.area}
          required={false}
          errors={areaErrors}
        />
        <SelectField
          label={say("sector")}
          name="sector"
          defaultValue={typed.sector}
          required={false}
          empty={say("all")}
          options={sectors}
        />
      </div>
      <div className="-mt-3 flex flex-wrap items-center gap-x-6">
        <ChoiceField
          label=""
          name="ended"
          type="checkbox"
          options={[{ value: "1", label: say("ended") }]}
          chosen={ended ? ["1"] : []}
        />
        <Button>{say("find")}</Button>
        {filtered ? (
          <TextLink to={language === "en" ? "?lang=en" : "/organisations"}>{say("clear")}</TextLink>
        ) : null}
      </div>
    </Form>
  );
}
