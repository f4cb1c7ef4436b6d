import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { Table } from "#ui/table.tsx";
import { PAGE } from "../messages.ts";
import type { FiguresPage } from "../present.ts";

/** The figures that an import brings or changes: how many of which indicator and year, and some that it rewrites. */
export function FigureChanges({ changes, examples }: Pick<FiguresPage, "changes" | "examples">) {
  return (
    <>
      <Table
        caption={PAGE.changes}
        hideCaption
        rows={changes}
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
      {examples.length > 0 ? (
        <Table
          caption={PAGE.examples}
          rows={examples}
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
    </>
  );
}
