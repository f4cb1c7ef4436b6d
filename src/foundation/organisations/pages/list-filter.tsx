import { Form } from "react-router";
import { Button, TextLink } from "#ui/button.tsx";
import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { type Language, TEXT } from "../messages.ts";

/** The words, sector and area by which a list is narrowed; they live in the address. */
export function ListFilter({
  typed,
  ended,
  language,
  filtered,
  sectors,
}: {
  typed: { text: string; area: string; sector: string; sort: string };
  ended: boolean;
  language: Language;
  filtered: boolean;
  sectors: readonly Option[];
}) {
  const say = (key: keyof typeof TEXT) => TEXT[key][language];
  return (
    <Form method="get" role="search" aria-label={say("filter")} key={JSON.stringify(typed)}>
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      {typed.sort === "name" ? null : <input type="hidden" name="sort" value={typed.sort} />}
      <div className="grid items-end gap-x-4 sm:grid-cols-3">
        <TextField label={say("text")} name="q" type="search" defaultValue={typed.text} required={false} />
        <TextField
          label={say("area")}
          hint={say("areaHint")}
          name="area"
          defaultValue={typed.area}
          required={false}
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
        <label className="my-5 flex min-h-11 cursor-pointer items-center gap-2 text-std-16N-170">
          <input
            type="checkbox"
            name="ended"
            value="1"
            defaultChecked={ended}
            className="size-5 accent-blue-900"
          />
          {say("ended")}
        </label>
        <Button>{say("find")}</Button>
        {filtered ? (
          <TextLink to={language === "en" ? "?lang=en" : "/organisations"}>{say("clear")}</TextLink>
        ) : null}
      </div>
    </Form>
  );
}
