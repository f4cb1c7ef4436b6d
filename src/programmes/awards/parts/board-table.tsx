import type { OutputOf } from "#foundation/authority/public.ts";
import { Table } from "#ui/table.tsx";
import type { readBoard } from "../judging/award-board.queries.server.ts";
import { ENTRY, JUDGING } from "../model/award.messages.ts";

type Board = OutputOf<typeof readBoard>;
type Row = Board["rows"][number];
const figure = (number: number | null) => (number === null ? "―" : Math.round(number * 10) / 10);

/** The entries by number: points, what judges gave on average, and how far they are apart. */
export const BoardTable = ({ rows, tiers }: { rows: readonly Row[]; tiers: Board["tiers"] }) => (
  <Table
    caption={JUDGING.board}
    hideCaption
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      { key: "number", head: ENTRY.number, cell: (row) => `${row.number}（${row.sizeClass}）` },
      {
        key: "qualified",
        head: JUDGING.qualified,
        cell: (row) => (!row.judgeable ? JUDGING.unjudgeable : row.qualified ? "✓" : `✕（${row.against}件）`),
      },
      { key: "share", head: JUDGING.share, unit: "％", align: "right", cell: (row) => row.share ?? "―" },
      {
        key: "place",
        head: JUDGING.place,
        align: "right",
        cell: (row) => (row.place === null ? "―" : `${row.place}${row.tied ? `（${JUDGING.tied}）` : ""}`),
      },
      { key: "average", head: JUDGING.average, align: "right", cell: (row) => figure(row.average) },
      { key: "spread", head: JUDGING.spread, align: "right", cell: (row) => figure(row.spread) },
      { key: "barred", head: JUDGING.barredCount, unit: "人", align: "right", cell: (row) => row.barred },
      {
        key: "tier",
        head: JUDGING.tier,
        cell: (row) =>
          [tiers.find(({ value }) => value === row.tier)?.label, row.reason].filter(Boolean).join("・") ||
          "―",
      },
    ]}
  />
);
