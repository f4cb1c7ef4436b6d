import { Form } from "react-router";
import { Button, ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { IMPORT } from "../import/messages.ts";
import type { ImportReport } from "../import/schema.ts";

const SHOWN = 200;

/** What the file would change and what has to be mended first; nothing has happened yet. */
export function ImportPreview({ report, text }: { report: ImportReport; text: string }) {
  const { errors, changes, rows, rejectedRows, inserted, updated, unchanged } = report;
  const changing = inserted + updated > 0;
  return (
    <>
      <p className="text-std-18B-160">{IMPORT.summary(rows, rejectedRows)}</p>
      <p className="mt-1 text-std-16N-170">
        {changing || errors.length > 0 ? IMPORT.effects(inserted, updated, unchanged) : IMPORT.nothing}
      </p>
      <div className="mt-6 flex flex-wrap items-start gap-4">
        {changing ? (
          <CommandForm
            command="organisation.import"
            submit={errors.length === 0 ? IMPORT.apply : IMPORT.applyGood}
            busy={IMPORT.applying}
          >
            <input type="hidden" name="rows" value={errors.length === 0 ? "all" : "good"} />
            <input type="hidden" name="text" value={text} />
          </CommandForm>
        ) : null}
        {errors.length > 0 ? (
          <Form method="post" action="/organisations/import/rejected.csv" reloadDocument>
            <input type="hidden" name="text" value={text} />
            <Button>{IMPORT.rejected}</Button>
          </Form>
        ) : null}
        <ButtonLink to="/organisations/import" reload>
          {changing ? IMPORT.cancel : IMPORT.another}
        </ButtonLink>
      </div>
      {errors.length > 0 ? (
        <Section title={IMPORT.toMend}>
          <Table
            caption={IMPORT.toMend}
            hideCaption
            rows={errors.slice(0, SHOWN).map((error, index) => ({ ...error, index }))}
            rowKey={(row) => String(row.index)}
            columns={[
              {
                key: "line",
                head: IMPORT.line,
                align: "right",
                cell: (row) => row.line.toLocaleString("ja-JP"),
              },
              {
                key: "column",
                head: IMPORT.column,
                cell: (row) => <span className="whitespace-nowrap">{row.column}</span>,
              },
              {
                key: "value",
                head: IMPORT.value,
                cell: (row) => <span className="block min-w-24">{row.value}</span>,
              },
              { key: "mend", head: IMPORT.mend, cell: (row) => row.mend },
            ]}
          />
          {errors.length > SHOWN ? <p>{IMPORT.more(errors.length - SHOWN)}</p> : null}
        </Section>
      ) : null}
      {changing ? (
        <Section title={IMPORT.toChange}>
          <Table
            caption={IMPORT.toChange}
            hideCaption
            rows={changes.slice(0, SHOWN)}
            rowKey={(row) => String(row.line)}
            columns={[
              {
                key: "line",
                head: IMPORT.line,
                align: "right",
                cell: (row) => row.line.toLocaleString("ja-JP"),
              },
              { key: "name", head: IMPORT.name, cell: (row) => row.name },
              { key: "effect", head: IMPORT.effect, cell: (row) => IMPORT[row.effect] },
              { key: "fields", head: IMPORT.fields, cell: (row) => row.fields.join("、") },
            ]}
          />
          {changes.length > SHOWN ? <p>{IMPORT.more(changes.length - SHOWN)}</p> : null}
        </Section>
      ) : null}
    </>
  );
}
