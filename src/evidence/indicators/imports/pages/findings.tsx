import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { PAGE } from "../messages.ts";
import type { ImportPage } from "../present.ts";

/** What an import would change or has changed, its bad rows, and what can be done now. */
export function Findings({ one, answer }: { one: ImportPage; answer: unknown }) {
  const { read, added, changed, unchanged, rejected } = one.counts;
  return (
    <>
      {one.state === "ready" ? (
        <Notice kind={rejected > 0 ? "warning" : "info"} title={PAGE.found(read, read - rejected, rejected)}>
          {PAGE.summary(added, changed, unchanged)}
        </Notice>
      ) : null}
      {one.state === "done" ? (
        <Notice kind="success" title={PAGE.done(added, changed)}>
          {one.choices.published ? PAGE.published : PAGE.unpublished}
        </Notice>
      ) : null}
      {one.state === "ready" ? <Decide one={one} answer={answer} /> : null}
      <Changes one={one} />
      {rejected > 0 ? <BadRows one={one} /> : null}
      {one.state === "done" ? (
        <Section title={PAGE.withdraw} lead={PAGE.withdrawLead}>
          <CommandForm command="import.withdraw" answer={answer} submit={PAGE.withdraw} kind="danger" />
        </Section>
      ) : null}
    </>
  );
}

function Decide({ one, answer }: { one: ImportPage; answer: unknown }) {
  const bad = one.counts.rejected > 0;
  const anyGood = one.counts.read > one.counts.rejected;
  return (
    <div className="my-4 flex flex-wrap items-center gap-3">
      {anyGood ? (
        <CommandForm
          command="import.take"
          answer={answer}
          submit={bad ? PAGE.takeGood : PAGE.takeAll}
          busy={PAGE.taking}
        >
          {bad ? <input type="hidden" name="goodRowsOnly" value="yes" /> : null}
        </CommandForm>
      ) : null}
      <CommandForm command="import.match" answer={answer} submit={PAGE.again} kind="secondary" />
      <CommandForm command="import.cancel" answer={answer} submit={PAGE.cancel} kind="plain" />
    </div>
  );
}

function Changes({ one }: { one: ImportPage }) {
  return (
    <Section title={one.state === "ready" ? PAGE.changes : PAGE.changesDone}>
      {one.changes.length === 0 ? (
        <p className="text-std-16N-170">{PAGE.nothing}</p>
      ) : (
        <Table
          caption={PAGE.changes}
          hideCaption
          rows={one.changes}
          rowKey={(row) => row.key}
          columns={[
            { key: "indicator", head: PAGE.indicator, cell: (row) => row.name },
            { key: "year", head: PAGE.year, cell: (row) => showFiscalYearJa(row.fiscalYear) },
            { key: "added", head: PAGE.added, align: "right", cell: (row) => row.added.toLocaleString("ja") },
            {
              key: "changed",
              head: PAGE.changed,
              align: "right",
              cell: (row) => row.changed.toLocaleString("ja"),
            },
          ]}
        />
      )}
      {one.examples.length > 0 ? (
        <Table
          caption={PAGE.examples}
          rows={one.examples}
          rowKey={(row) => row.key}
          columns={[
            { key: "area", head: PAGE.areaOfFigure, cell: (row) => row.area },
            { key: "indicator", head: PAGE.indicator, cell: (row) => row.name },
            { key: "year", head: PAGE.year, cell: (row) => showFiscalYearJa(row.fiscalYear) },
            { key: "before", head: PAGE.before, align: "right", cell: (row) => row.before },
            { key: "after", head: PAGE.after, align: "right", cell: (row) => row.after },
          ]}
        />
      ) : null}
    </Section>
  );
}

function BadRows({ one }: { one: ImportPage }) {
  return (
    <Section
      title={PAGE.badRows}
      lead={PAGE.downloadHint}
      actions={
        <ButtonLink to={`/imports/${one.id}/rejected.csv`} reload>
          {PAGE.download}
        </ButtonLink>
      }
    >
      <Table
        caption={PAGE.badRows}
        hideCaption
        rows={one.problems}
        rowKey={(row) => row.key}
        columns={[
          { key: "line", head: PAGE.line, align: "right", cell: (row) => row.line.toLocaleString("ja") },
          { key: "column", head: PAGE.column, cell: (row) => row.column },
          { key: "value", head: PAGE.value, cell: (row) => (row.value === "" ? "" : `「${row.value}」`) },
          { key: "mend", head: PAGE.mend, cell: (row) => <span className="block min-w-60">{row.mend}</span> },
        ]}
      />
      <NextPage after={one.next} label={PAGE.nextRows} />
    </Section>
  );
}
