import { ButtonLink } from "../button.tsx";
import { FieldErrors } from "../field.tsx";
import { CommandForm, useFormField } from "../form.tsx";
import { Section } from "../page.tsx";
import { NextPage, Table } from "../table.tsx";
import { type ImportShown, WORDS } from "./words.ts";

type Problem = ImportShown["problems"][number];

/** Rows that are not taken in and why: to be mended where they stand and checked again, or out and in as a file. */
export function BadRows({
  one,
  here,
  prefix,
  answer,
}: {
  one: ImportShown;
  here: string;
  prefix: string;
  answer: unknown;
}) {
  const fields = one.problems.flatMap(({ line, column, field }) =>
    field ? [{ line, column, ...field }] : [],
  );
  const table = <BadRowsTable problems={one.problems} />;
  return (
    <Section
      title={WORDS.badRows}
      lead={fields.length > 0 ? `${WORDS.downloadHint}${WORDS.mendHint}` : WORDS.downloadHint}
      actions={
        <ButtonLink to={`${here}/rejected.csv`} reload>
          {WORDS.download}
        </ButtonLink>
      }
    >
      {fields.length > 0 ? (
        <CommandForm
          command={`${prefix}.check`}
          answer={answer}
          values={Object.fromEntries(fields.map(({ field, value }) => [field, value]))}
          labels={Object.fromEntries(
            fields.map(({ field, line, column }) => [field, WORDS.mendField(line, column)]),
          )}
          submit={WORDS.mendHere}
          kind="secondary"
          busy={WORDS.checking}
        >
          {table}
        </CommandForm>
      ) : (
        table
      )}
      <NextPage after={one.next} label={WORDS.nextRows} />
    </Section>
  );
}

const BadRowsTable = ({ problems }: { problems: readonly Problem[] }) => (
  <Table
    caption={WORDS.badRows}
    hideCaption
    rows={problems}
    rowKey={(row) => row.key}
    columns={[
      { key: "line", head: WORDS.line, align: "right", cell: (row) => row.line.toLocaleString("ja") },
      { key: "column", head: WORDS.column, cell: (row) => row.column },
      { key: "value", head: WORDS.value, cell: (row) => <Value row={row} /> },
      {
        key: "mend",
        head: WORDS.mend,
        cell: (row) => <span className="block desktop:min-w-60">{row.mend}</span>,
      },
    ]}
  />
);

function Value({ row: { line, column, value, field } }: { row: Problem }) {
  const own = useFormField(field?.field);
  if (!field || !own) return value === "" ? null : `「${value}」`;
  return (
    <>
      <input
        id={own.id}
        name={field.field}
        aria-label={WORDS.mendField(line, column)}
        aria-describedby={own.errors?.length ? `${own.id}-error` : undefined}
        defaultValue={own.value}
        autoComplete="off"
        className="min-h-11 w-full min-w-44 rounded-8 border border-solid-gray-600 bg-white px-3"
      />
      <FieldErrors id={`${own.id}-error`} errors={own.errors} />
    </>
  );
}

/** What was mended on the page, beside what came of it. */
export const Mended = ({ cells }: { cells: ImportShown["mended"] }) =>
  cells.length === 0 ? null : (
    <Section title={WORDS.mended}>
      <Table
        caption={WORDS.mended}
        hideCaption
        rows={cells}
        rowKey={(row) => row.key}
        columns={[
          { key: "line", head: WORDS.line, align: "right", cell: (row) => row.line.toLocaleString("ja") },
          { key: "column", head: WORDS.column, cell: (row) => row.column },
          { key: "was", head: WORDS.was, cell: (row) => `「${row.was}」` },
          { key: "now", head: WORDS.now, cell: (row) => `「${row.now}」` },
        ]}
      />
    </Section>
  );
