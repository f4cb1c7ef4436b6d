import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { listEntries } from "../entries/award-entry.queries.server.ts";
import { ENTRY, ROUND } from "../model/award.messages.ts";
import type { Route } from "./+types/entries";

export async function loader({ context, params: { area, round: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { ...shown(await listEntries(app, actor, { area, id })), base: `/areas/${area}` };
}

/** Who has entered, by name; the judging goes by numbers. */
export default function Entries({ loaderData: { title, rows, base } }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={ROUND.entries} place={title} />
      {rows.length === 0 ? (
        <Empty title="条件に該当する応募はありません。" />
      ) : (
        <Table
          caption={ROUND.entries}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "number",
              head: ENTRY.number,
              cell: (row) => <TextLink to={`${base}/award-entries/${row.id}`}>{row.number}</TextLink>,
            },
            { key: "workplace", head: ENTRY.names, cell: (row) => row.workplace },
            {
              key: "state",
              head: ENTRY.state,
              cell: (row) => `${row.state}${row.appeals ? `・${ENTRY.settle}` : ""}`,
            },
            { key: "workers", head: ENTRY.workers, unit: "人", align: "right", cell: (row) => row.workers },
          ]}
        />
      )}
    </>
  );
}
