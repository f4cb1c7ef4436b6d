import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { ORDER_LIST } from "../orders/order.present.ts";
import { listOrders } from "../orders/order.queries.server.ts";
import type { Route } from "./+types/orders-file";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(ORDER_LIST, url.searchParams, { whole: true });
  const page = shown(await listOrders(app, actor, { area, list }));
  return listResponse(fileKindOf(url), "資材の注文", ORDER_LIST.columns, page);
}
