import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#ui/field.tsx";
import { PositionButton } from "#ui/position-button.tsx";
import type { FIND } from "../find/find.messages.ts";
import type { FindQuery } from "../find/find.schema.ts";
import type { FindFields } from "../find/find-form.present.ts";

type Texts = (typeof FIND)["ja" | "en"];

/** What is looked for, and behind one tap what narrows it. */
export function FindForm({
  fields,
  asked,
  text,
  language,
}: {
  fields: FindFields;
  asked: FindQuery;
  text: Texts;
  language: "ja" | "en";
}) {
  const narrowed = fields.some(({ name }) => asked[name] !== undefined);
  return (
    <Form method="get" role="search" className="no-print" key={JSON.stringify(asked)}>
      {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
      <TextField
        label={text.search}
        hint={text.searchHint}
        name="q"
        type="search"
        defaultValue={asked.q ?? ""}
        required={false}
      />
      <div className="flex flex-wrap gap-x-6">
        <Tick name="open" label={text.open} asked={asked.open} />
        <Tick name="free" label={text.free} asked={asked.free} />
      </div>
      <details open={narrowed} className="my-2 border-y border-solid-gray-300">
        <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{text.narrow}</summary>
        <div className="flex flex-wrap gap-x-6">
          {fields.map(({ name, label, options }) => (
            <SelectField
              key={name}
              {...{ name, label, options }}
              empty={text.all}
              defaultValue={asked[name] ?? ""}
              required={false}
            />
          ))}
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <Button kind="primary">{text.find}</Button>
        <PositionButton name="from" label={text.own} failed={text.ownFailed} />
      </div>
    </Form>
  );
}

const Tick = ({ name, label, asked }: { name: string; label: string; asked: "1" | undefined }) => (
  <ChoiceField
    label=""
    name={name}
    type="checkbox"
    options={[{ value: "1", label }]}
    chosen={asked ? ["1"] : []}
  />
);
