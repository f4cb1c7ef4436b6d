import { fiscalYear, showEraShort } from "#platform/kernel/fiscal-year.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { MeasureSeries } from "../model/initiative.schema.ts";
import { MEASURE, number, orDash } from "../model/plan.messages.ts";

const YEARS_SHOWN = 5;

/** Output and outcome of an initiative, the last years across; each name leads to all years. */
export function Measures({
  measures,
  path,
  mayEdit,
}: {
  measures: readonly MeasureSeries[];
  /** The address of the initiative. */
  path: string;
  mayEdit: boolean;
}) {
  if (measures.length === 0 && !mayEdit) return null;
  const years = [...new Set(measures.flatMap((one) => one.values.map((value) => value.fiscalYear)))]
    .sort((a, b) => a - b)
    .slice(-YEARS_SHOWN);
  const ids = new Set(measures.map((one) => one.id));
  return (
    <Section
      title="実施量と成果"
      id="measures"
      actions={mayEdit ? <ButtonLink to={`${path}/measures/new`}>指標を追加する</ButtonLink> : null}
    >
      {measures.length === 0 ? (
        <p>指標はまだありません。回数・人数・件数などを年度ごとに残すと、年報に載ります。</p>
      ) : (
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
                <span className={row.partOf && ids.has(row.partOf) ? "block pl-4" : ""}>
                  <TextLink to={`${path}/measures/${row.id}`}>{row.name}</TextLink>（{row.unit}）
                </span>
              ),
            },
            {
              key: "kind",
              head: "種類",
              cell: (row) => <span className="whitespace-nowrap">{MEASURE[row.kind]}</span>,
            },
            ...years.map((year) => ({
              key: String(year),
              head: `${year}（${showEraShort(fiscalYear(year))}）`,
              align: "right" as const,
              cell: (row: MeasureSeries) => {
                const value = row.values.find((held) => held.fiscalYear === year);
                return value ? number(value.value) : "―";
              },
            })),
            { key: "goal", head: "目標", align: "right", cell: (row) => orDash(row.goalValue) },
          ]}
        />
      )}
    </Section>
  );
}
