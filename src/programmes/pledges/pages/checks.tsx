import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { listChecks } from "../checks/act-check.queries.server.ts";
import { CHECK } from "../model/act.messages.ts";
import { RESULT } from "../model/result.messages.ts";
import type { Route } from "./+types/checks";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listChecks(app, actor, { area }));
}

/** The checks of one's workplace or organisation over the years. */
export default function Checks({ loaderData: { area, rows } }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={RESULT.ja.entered}
        actions={
          <ButtonLink to={`/areas/${area.slug}/acts/check`} kind="primary">
            {CHECK.ja.again}
          </ButtonLink>
        }
      />
      {rows.length === 0 ? (
        <Empty title="まだチェックはありません。" />
      ) : (
        <Table
          caption={RESULT.ja.entered}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "year",
              head: "年度",
              cell: (row) => <TextLink to={`/areas/${area.slug}/act-checks/${row.id}`}>{row.year}</TextLink>,
            },
            { key: "tier", head: CHECK.ja.tier, cell: (row) => row.tier },
            {
              key: "percent",
              head: RESULT.ja.score,
              unit: "％",
              align: "right",
              cell: (row) => row.percent ?? "―",
            },
          ]}
        />
      )}
    </>
  );
}
