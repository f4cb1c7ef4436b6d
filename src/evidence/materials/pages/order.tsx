import { onTarget, whoLookedAt } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { ORDER_FORM, ORDERS } from "../orders/order.messages.ts";
import { readOrder } from "../orders/order.queries.server.ts";
import {
  cancelOrder,
  refuseOrder,
  reportOrder,
  sendOrder,
} from "../orders/order-settling.commands.server.ts";
import { OrderParts } from "../parts/order-view.tsx";
import type { Route } from "./+types/order";

export async function loader({ context, params: { area, order: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const order = shown(await readOrder(app, actor, { area, id }));
  return { order, looked: whoLookedAt(actor, { type: "material-order", id, area: order.area.id }) };
}

export async function action({ context, params: { area, order: id }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area, id });
  const here = () => `/areas/${area}/material-orders/${id}?saved`;
  return answerForm(request, [
    ...[on(sendOrder, here), on(refuseOrder, here), on(cancelOrder, here), on(reportOrder, here)],
  ]);
}

/** An order as the secretariat packs it, or as an account sees its own. */
export default function OrderPage({ loaderData: { order, looked }, actionData }: Route.ComponentProps) {
  const text = ORDER_FORM.ja;
  const open = order.manages && order.state === "promised";
  return (
    <>
      <PageHead
        title={`${ORDERS.title}　${order.number}`}
        lead={`${order.workplace}　${order.madeOn}`}
        actions={looked ? <ButtonLink to={looked.to}>{looked.label}</ButtonLink> : null}
      />
      <Done />
      <OrderParts order={order} language="ja" answer={actionData} />
      <Facts
        items={[
          { name: text.phone, value: order.phone || null },
          { name: text.email, value: order.email || null },
          { name: text.note, value: order.note || null },
        ]}
      />
      {open ? (
        <Section title={ORDERS.send}>
          <OutwardForm
            command="material-order.send"
            answer={actionData}
            submit={ORDERS.send}
            question={ORDERS.sendQuestion}
          />
          <CommandForm
            command="material-order.refuse"
            answer={actionData}
            submit={ORDERS.refuse}
            kind="danger"
            labels={{ reason: ORDERS.refuseReason }}
          >
            <TextField label={ORDERS.refuseReason} name="reason" />
          </CommandForm>
        </Section>
      ) : null}
      {order.manages ? (
        <p className="my-8">
          <TextLink to={`/areas/${order.area.slug}/material-orders`}>{ORDERS.title}</TextLink>
        </p>
      ) : null}
    </>
  );
}
