import { Form } from "react-router";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { Match } from "../columns/schema.ts";
import { encodingLabel, PAGE } from "../messages.ts";
import type { ImportPage } from "../present.ts";

/** What each column holds, to be corrected; what was typed stays after a refusal. */
export function Columns({ one, typed }: { one: ImportPage; typed: Match | undefined }) {
  const choices = typed?.choices ?? one.choices;
  return (
    <>
      <OnceForm submit={PAGE.check} busy={PAGE.checking}>
        <input type="hidden" name="wish" value="check" />
        <Section
          title={PAGE.columns}
          lead={`${PAGE.received(one.columns.length, encodingLabel(one.encoding))}${PAGE.columnsLead}`}
        >
          <Table
            caption={PAGE.columns}
            hideCaption
            rows={one.columns}
            rowKey={(column) => String(column.index)}
            columns={[
              { key: "name", head: PAGE.column, cell: (column) => column.name },
              {
                key: "meaning",
                head: PAGE.meaning,
                cell: ({ name, index, meaning, options }) => (
                  <select
                    name={`column-${index}`}
                    aria-label={`${name}: ${PAGE.meaning}`}
                    defaultValue={typed?.meanings[index] ?? meaning}
                    className="min-h-11 w-full min-w-44 rounded-8 border border-solid-gray-600 bg-white px-3"
                  >
                    {options.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </select>
                ),
              },
              { key: "sample", head: PAGE.sample, cell: ({ sample }) => sample },
            ]}
          />
        </Section>
        <Section title={PAGE.whole}>
          <SelectField
            label={PAGE.wholeIndicator}
            name="indicator"
            optional
            empty={PAGE.fromColumns}
            options={one.indicators}
            defaultValue={choices.indicator ?? ""}
          />
          <TextField
            label={PAGE.wholeArea}
            hint="例　相模原市、14150"
            name="area"
            optional
            defaultValue={choices.area ?? ""}
          />
          <TextField
            label={PAGE.wholeYear}
            hint="例　2007"
            name="fiscalYear"
            inputMode="numeric"
            optional
            defaultValue={choices.fiscalYear ?? ""}
          />
          <SelectField
            label={PAGE.wholeSource}
            hint={PAGE.wholeSourceHint}
            name="source"
            optional
            empty={PAGE.bySource}
            options={one.sources}
            defaultValue={choices.source ?? ""}
          />
          <Tick name="published" label={PAGE.publish} ticked={choices.published} />
          <Tick name="remember" label={PAGE.remember} ticked={typed?.remember ?? true} />
        </Section>
      </OnceForm>
      <Form method="post" className="mt-4">
        <input type="hidden" name="wish" value="cancel" />
        <Button kind="plain">{PAGE.cancel}</Button>
      </Form>
    </>
  );
}

function Tick({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 text-std-16N-170">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={ticked}
        className="size-5 accent-blue-900"
      />
      {label}
    </label>
  );
}
