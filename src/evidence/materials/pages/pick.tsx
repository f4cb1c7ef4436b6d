import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { Table } from "#ui/table.tsx";
import { ORDER_PAGE, ORDERS } from "../orders/order.messages.ts";
import { readPickList } from "../orders/order.queries.server.ts";
import type { Route } from "./+types/pick";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readPickList(app, actor, { area }));
}

/** What to take from which shelf, to be printed and ticked. */
export default function Pick({ loaderData: { lines } }: Route.ComponentProps) {
  const text = ORDER_PAGE.ja;
  return (
    <>
      <PageHead title={ORDERS.pick} lead={ORDERS.pickLead} actions={<PrintButton label="印刷する" />} />
      {lines.length === 0 ? (
        <Empty title={ORDERS.none} />
      ) : (
        <Table
          caption={ORDERS.pick}
          hideCaption
          rows={lines}
          rowKey={(line) => line.editionId}
          columns={[
            { key: "place", head: ORDERS.place, cell: (line) => line.place },
            { key: "what", head: text.what, cell: (line) => `${line.title}（${line.label}）` },
            { key: "wanted", head: text.copies, align: "right", cell: (line) => line.wanted },
            { key: "stock", head: ORDERS.stock, align: "right", cell: (line) => line.stock },
            {
              key: "orders",
              head: ORDERS.title,
              cell: (line) => line.orders.map((one) => `${one.number} ${one.promised}部`).join("、"),
            },
          ]}
        />
      )}
    </>
  );
}
