import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { listLoans } from "../loans/loan.queries.server.ts";
import { LENDING, LOAN_LIST } from "../loans/loan-page.messages.ts";
import type { Route } from "./+types/loans";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listLoans(app, actor, { area }));
}

/** The loans of an area, the latest first. */
export default function Loans({ loaderData: { area, loans } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}/lending`;
  return (
    <>
      <PageHead title={LOAN_LIST.title} place={area.name} />
      {loans.length === 0 ? (
        <Empty title={LOAN_LIST.none} />
      ) : (
        <Table
          caption={LOAN_LIST.title}
          hideCaption
          rows={loans}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "number",
              head: LOAN_LIST.number,
              cell: (one) => <TextLink to={`${base}/loans/${one.id}`}>{one.number}</TextLink>,
            },
            { key: "workplace", head: LOAN_LIST.workplace, cell: (one) => one.workplace },
            {
              key: "state",
              head: LOAN_LIST.state,
              cell: (one) => (one.late ? LOAN_LIST.late : one.stateName),
            },
            { key: "starts", head: LOAN_LIST.starts, cell: (one) => one.starts },
            { key: "ends", head: LOAN_LIST.ends, cell: (one) => one.ends },
          ]}
        />
      )}
      <p className="my-8">
        <TextLink to={base}>{LENDING.back}</TextLink>
      </p>
    </>
  );
}
