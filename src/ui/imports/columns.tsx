import type { ReactNode } from "react";
import { FieldErrors, TextArea, TextField } from "../field.tsx";
import { FileField } from "../file-field.tsx";
import { CommandForm, useFormField } from "../form.tsx";
import { Section } from "../page.tsx";
import { Table } from "../table.tsx";
import { columnField, type ImportShown, WORDS, wordsField } from "./words.ts";

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
  const meanings = Object.fromEntries(
    one.columns.flatMap(({ index, meaning, words }) => [
      [columnField(index), meaning],
      ...(words === undefined ? [] : [[wordsField(index), words]]),
    ]),
  );
  const wordLabels = Object.fromEntries(
    one.columns.map(({ index, name }) => [wordsField(index), WORDS.wordsOf(name)]),
  );
  const worded = one.columns.some(({ words }) => words !== undefined);
  return (
    <>
      <CommandForm
        command={`${prefix}.check`}
        answer={answer}
        values={{ ...meanings, remember: "yes", ...values }}
        labels={{ [columnField(0)]: WORDS.columns, ...wordLabels, ...labels }}
        submit={WORDS.check}
        busy={WORDS.checking}
      >
        <Section
          title={WORDS.columns}
          lead={`${WORDS.received(one.columns.length, one.encoding)}${WORDS.columnsLead}${worded ? WORDS.wordsHint : ""}`}
        >
          <Table
            caption={WORDS.columns}
            hideCaption
            rows={one.columns}
            rowKey={(column) => String(column.index)}
            columns={[
              { key: "name", head: WORDS.column, cell: (column) => column.name },
              { key: "meaning", head: WORDS.meaning, cell: (column) => <Meaning column={column} /> },
              ...(worded
                ? [
                    {
                      key: "words",
                      head: WORDS.words,
                      cell: (column: ImportShown["columns"][number]) => <FigureWords column={column} />,
                    },
                  ]
                : []),
              { key: "sample", head: WORDS.sample, cell: ({ sample }) => sample },
            ]}
          />
        </Section>
        <Section title={WORDS.whole}>
          {children}
          <div className="mb-5">
            <Tick name="remember" label={WORDS.remember} />
          </div>
          <TextField label={WORDS.saveAs} hint={WORDS.saveAsHint} name="saveAs" optional />
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
        className="min-h-11 w-full desktop:min-w-44 rounded-8 border border-solid-gray-600 bg-white px-3"
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

function FigureWords({ column: { name, index, words } }: { column: ImportShown["columns"][number] }) {
  const field = useFormField(wordsField(index))!;
  if (words === undefined) return null;
  return (
    <>
      <input
        id={field.id}
        name={wordsField(index)}
        aria-label={WORDS.wordsOf(name)}
        aria-describedby={field.errors?.length ? `${field.id}-error` : undefined}
        defaultValue={field.value}
        autoComplete="off"
        className="min-h-11 w-full desktop:min-w-44 rounded-8 border border-solid-gray-600 bg-white px-3"
      />
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
    </>
  );
}

/** A file with a table, or its cells as they were copied. */
export const TableFields = ({ hint = "" }: { hint?: string }) => (
  <>
    <FileField
      label={WORDS.file}
      hint={`${hint}${WORDS.fileHint}`}
      name="file"
      accept={WORDS.accept}
      required={false}
    />
    <TextArea label={WORDS.pasted} hint={WORDS.pastedHint} name="table" optional />
  </>
);

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
