import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { ORDERS } from "../orders/order.messages.ts";
import { ORDER_LIST } from "../orders/order.present.ts";
import { listOrders } from "../orders/order.queries.server.ts";
import type { Route } from "./+types/orders";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(ORDER_LIST, url.searchParams);
  return {
    page: shown(await listOrders(app, actor, { area, list })),
    base: `/areas/${area}/material-orders`,
  };
}

export default function Orders({ loaderData: { page, base } }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={ORDERS.title}
        actions={
          <>
            <ButtonLink to={`${base}/new`}>電話・FAXの注文を登録する</ButtonLink>
            <ButtonLink to={`${base}/pick`} kind="primary">
              {ORDERS.pick}
            </ButtonLink>
          </>
        }
      />
      <ListFilter fields={ORDER_LIST.fields} find="絞り込む" />
      <ListTable
        {...page}
        caption={ORDERS.title}
        columns={ORDER_LIST.columns}
        rowKey={(row) => row.id}
        open={(row) => `${base}/${row.id}`}
        fields={ORDER_LIST.fields}
        files={base}
        empty={<Empty title={ORDERS.none} />}
      />
    </>
  );
}
