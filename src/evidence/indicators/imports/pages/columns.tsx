import { FieldErrors, SelectField, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm, useFormField } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { columnField } from "../columns/field.rules.ts";
import { encodingLabel, PAGE } from "../messages.ts";
import type { ImportPage } from "../present.ts";

const LABELS = {
  [columnField(0)]: PAGE.columns,
  indicator: PAGE.wholeIndicator,
  area: PAGE.wholeArea,
  fiscalYear: PAGE.wholeYear,
  source: PAGE.wholeSource,
};

/** What the form holds at first. */
const valuesOf = ({ columns, choices }: ImportPage): Record<string, string> => ({
  ...Object.fromEntries(columns.map(({ index, meaning }) => [columnField(index), meaning])),
  indicator: choices.indicator ?? "",
  area: choices.area ?? "",
  fiscalYear: String(choices.fiscalYear ?? ""),
  source: choices.source ?? "",
  published: choices.published ? "yes" : "",
  remember: "yes",
});

/** What each column holds, to be corrected; what was typed stays after a refusal. */
export function Columns({ one, answer }: { one: ImportPage; answer: unknown }) {
  return (
    <>
      <CommandForm
        command="import.check"
        answer={answer}
        values={valuesOf(one)}
        labels={LABELS}
        submit={PAGE.check}
        busy={PAGE.checking}
      >
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
                cell: (column) => <Meaning column={column} />,
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
          />
          <TextField label={PAGE.wholeArea} hint="例　相模原市、14150" name="area" optional />
          <FiscalYearField label={PAGE.wholeYear} hint="例　2007" name="fiscalYear" optional />
          <SelectField
            label={PAGE.wholeSource}
            hint={PAGE.wholeSourceHint}
            name="source"
            optional
            empty={PAGE.bySource}
            options={one.sources}
          />
          <Tick name="published" label={PAGE.publish} />
          <Tick name="remember" label={PAGE.remember} />
        </Section>
      </CommandForm>
      <div className="mt-4">
        <CommandForm command="import.cancel" answer={answer} submit={PAGE.cancel} kind="plain" />
      </div>
    </>
  );
}

function Meaning({ column: { name, index, options } }: { column: ImportPage["columns"][number] }) {
  const field = useFormField(columnField(index))!;
  return (
    <>
      <select
        id={field.id}
        name={columnField(index)}
        aria-label={`${name}: ${PAGE.meaning}`}
        aria-describedby={field.errors?.length ? `${field.id}-error` : undefined}
        defaultValue={field.value}
        className="min-h-11 w-full min-w-44 rounded-8 border border-solid-gray-600 bg-white px-3"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
    </>
  );
}

function Tick({ name, label }: { name: string; label: string }) {
  const field = useFormField(name)!;
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 text-std-16N-170">
      <input
        type="checkbox"
        name={name}
        value="yes"
        id={field.id}
        defaultChecked={field.value === "yes"}
        className="size-5 accent-blue-900"
      />
      {label}
    </label>
  );
}
