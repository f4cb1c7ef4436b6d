import { answerFor } from "#ui/form.tsx";
import { Table } from "#ui/table.tsx";
import { ENTRY, JUDGING } from "../model/award.messages.ts";

type Row = Readonly<{ id: string; number: string }>;
type Option = Readonly<{ value: string; label: string }>;

/** What is about to be decided of each entry, to be looked over before it can't be changed any more. */
export function DecisionSummary({
  rows,
  names,
  tiers,
  answer,
}: {
  rows: readonly Row[];
  /** Workplaces by entry: judged by number, they are decided by name. */
  names: Readonly<Record<string, string>>;
  tiers: readonly Option[];
  answer: unknown;
}) {
  const values = answerFor(answer, "award-round.decide")?.values ?? {};
  return (
    <Table
      caption={JUDGING.summary}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "number", head: ENTRY.number, cell: (row) => row.number },
        { key: "workplace", head: JUDGING.workplace, cell: (row) => names[row.id] ?? "" },
        {
          key: "tier",
          head: JUDGING.tier,
          cell: (row) =>
            tiers.find(({ value }) => value === values[`tier-${row.id}`])?.label ?? JUDGING.noTier,
        },
        { key: "why", head: JUDGING.why, cell: (row) => values[`why-${row.id}`]?.trim() || "―" },
      ]}
    />
  );
}
