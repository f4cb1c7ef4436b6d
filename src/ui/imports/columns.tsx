import type { ReactNode } from "react";
import { FieldErrors } from "../field.tsx";
import { CommandForm, useFormField } from "../form.tsx";
import { Section } from "../page.tsx";
import { Table } from "../table.tsx";
import { columnField, type ImportShown, WORDS } from "./words.ts";

/** What each column holds, to be corrected; `children` are the fields for the whole file, with their values and labels. */
export function ImportColumns({
  one,
  prefix,
  answer,
  values = {},
  labels = {},
  children,
}: {
  one: ImportShown;
  prefix: string;
  answer: unknown;
  values?: Readonly<Record<string, string>> | undefined;
  labels?: Readonly<Record<string, string>> | undefined;
  children?: ReactNode;
}) {
  const meanings = Object.fromEntries(one.columns.map(({ index, meaning }) => [columnField(index), meaning]));
  return (
    <>
      <CommandForm
        command={`${prefix}.check`}
        answer={answer}
        values={{ ...meanings, remember: "yes", ...values }}
        labels={{ [columnField(0)]: WORDS.columns, ...labels }}
        submit={WORDS.check}
        busy={WORDS.checking}
      >
        <Section
          title={WORDS.columns}
          lead={`${WORDS.received(one.columns.length, one.encoding)}${WORDS.columnsLead}`}
        >
          <Table
            caption={WORDS.columns}
            hideCaption
            rows={one.columns}
            rowKey={(column) => String(column.index)}
            columns={[
              { key: "name", head: WORDS.column, cell: (column) => column.name },
              { key: "meaning", head: WORDS.meaning, cell: (column) => <Meaning column={column} /> },
              { key: "sample", head: WORDS.sample, cell: ({ sample }) => sample },
            ]}
          />
        </Section>
        <Section title={WORDS.whole}>
          {children}
          <div className="mb-5">
            <Tick name="remember" label={WORDS.remember} />
          </div>
        </Section>
      </CommandForm>
      <div className="mt-4">
        <CommandForm command={`${prefix}.cancel`} answer={answer} submit={WORDS.cancel} kind="plain" />
      </div>
    </>
  );
}

function Meaning({ column: { name, index, options } }: { column: ImportShown["columns"][number] }) {
  const field = useFormField(columnField(index))!;
  return (
    <>
      <select
        id={field.id}
        name={columnField(index)}
        aria-label={`${name}: ${WORDS.meaning}`}
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

/** A yes or no for the whole file. */
export function Tick({ name, label }: { name: string; label: string }) {
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
