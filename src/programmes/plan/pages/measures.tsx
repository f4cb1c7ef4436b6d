import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { MeasureSeries } from "../initiatives/schema.ts";
import { number } from "../messages.ts";

/** Output and outcome of an initiative, years across. */
export function Measures({ measures }: { measures: readonly MeasureSeries[] }) {
  if (measures.length === 0) return null;
  const years = [...new Set(measures.flatMap((one) => one.values.map((value) => value.fiscalYear)))].sort();
  return (
    <Section title="実施量と成果">
      <Table
        caption="年度ごとの値"
        hideCaption
        rows={measures}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            head: "指標",
            cell: (row) => (
              <span className={row.partOf ? "pl-4" : ""}>
                {row.name}（{row.unit}）
              </span>
            ),
          },
          ...years.map((year) => ({
            key: String(year),
            head: showFiscalYearJa(year as never).replace(/（.*/, ""),
            align: "right" as const,
            cell: (row: MeasureSeries) => {
              const value = row.values.find((held) => held.fiscalYear === year);
              return value ? number(value.value) : "―";
            },
          })),
        ]}
      />
    </Section>
  );
}
