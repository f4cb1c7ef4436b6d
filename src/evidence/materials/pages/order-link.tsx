import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { spokenIn } from "../model/material.messages.ts";
import { ORDER_PAGE } from "../orders/order.messages.ts";
import { readOrder } from "../orders/order.queries.server.ts";
import { cancelOrder, reportOrder } from "../orders/order-settling.commands.server.ts";
import { OrderParts } from "../parts/order-view.tsx";
import type { Route } from "./+types/order-link";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const opened = await openLink(app, token, "material-order");
  if (!opened.ok) return data({ language, sent: false, order: undefined }, { status: 404 });
  const { holder } = opened.value;
  const order = shown(await readOrder(app, holder, { area: holder.area!, id: holder.subject }));
  return { language, sent: url.searchParams.has("sent"), order };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "material-order"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const lang = spokenIn(new URL(request.url).searchParams) === "en" ? "?lang=en" : "";
  const here = () => `/mo/${token}${lang}`;
  return answerForm(request, [on(cancelOrder, here), on(reportOrder, here)]);
}

/** An order by the secret link that whoever made it was given. */
export default function OrderLink({
  loaderData: { language, sent, order },
  actionData,
}: Route.ComponentProps) {
  const text = ORDER_PAGE[language];
  if (!order) return <Empty title={text.dead} />;
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.title}　${order.area.name}`} />
      {sent && actionData === undefined ? (
        <Notice kind="success" title={text.received} language={language} />
      ) : null}
      <OrderParts order={order} language={language} answer={actionData} />
    </div>
  );
}
