import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { findArea } from "#foundation/areas/public.ts";
import { command, type Finder } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, type MaterialSubject, materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { lockEditions } from "../catalogue/material.store.server.ts";
import { postOrder } from "../letters/material-letter.commands.server.ts";
import { ReachInput } from "../model/material.schema.ts";
import { insertReach, selectReach } from "../reach/reach.store.server.ts";
import { insertMovement, selectCopies } from "../stock/movement.store.server.ts";
import { receiptOf } from "./order.commands.server.ts";
import { ORDER_PAGE, ORDER_STATE_NAMES } from "./order.messages.ts";
import type { Order } from "./order.schema.ts";
import { findOrderSubject, lockOrder, selectLines, settleOrder } from "./order.store.server.ts";
import { ORDER_STEPS, type OrderState, type OrderStep } from "./order-states.schema.ts";

async function orderSubject(
  find: Finder,
  { area: text, id }: Readonly<{ area: string; id: string }>,
): Promise<MaterialSubject | undefined> {
  const area = await findArea(find, text);
  const found = area && (await findOrderSubject(find, area.id, id));
  return found && { type: "material-order", id, area: area.id, workplace: found.organisationId };
}

/** For the declaration of what is done with one order. */
export const ofOrder = {
  policy: materialPolicy,
  target: z.object({ area: z.string(), id: rowId() }),
  subject: orderSubject,
};

async function standing(permit: MaterialPermit, id: string, step: OrderStep): Promise<Result<Order>> {
  const order = await lockOrder(permit, id);
  if (!order) return notFound("order");
  const next = stepFrom<OrderState, OrderStep>(ORDER_STEPS, order.state, step);
  return next.ok ? ok(order) : wrongState(ORDER_STATE_NAMES[order.state].ja);
}

/** Whoever ordered needs it no more; the copies are free for others. */
export const cancelOrder = command({
  ...ofOrder,
  name: "material-order.cancel",
  async run(permit, { id }) {
    const order = await standing(permit, id, "cancel");
    if (!order.ok) return order;
    await settleOrder(permit, id, "cancelled");
    return ok({ id });
  },
});

/** What was promised leaves the shelf: from here on it is sent, and promised no more. */
export const sendOrder = command({
  ...ofOrder,
  name: "material-order.send",
  async run(permit, { id }, app) {
    const order = await standing(permit, id, "send");
    if (!order.ok) return order;
    const lines = await selectLines(permit, [id]);
    const ids = lines.map(({ editionId }) => editionId).sort();
    const editions = await lockEditions(permit, ids);
    const copies = await selectCopies(permit, ids);
    const now = await editionsNow(permit, editions);
    for (const { editionId, title, promised } of lines) {
      if (now(editionId).state !== "current")
        return conflict(`「${title}」は配布を止めています。注文を断り、新しい版をご案内ください。`);
      if (copies.get(editionId)!.stock < promised)
        return conflict(
          `「${title}」の在庫が${copies.get(editionId)!.stock}部しかありません。入荷を登録してください。`,
        );
    }
    for (const { editionId, promised } of lines)
      await insertMovement(permit, {
        ...{ editionId, kind: "send", amount: -promised, orderId: id },
        holder: order.value.workplace,
      });
    await settleOrder(permit, id, "sent");
    const { token } = await receiptOf(permit, order.value);
    await postOrder(permit, {
      letter: "order_sent",
      order: order.value,
      link: `${app.config.origin}/mo/${token}`,
    });
    return ok({ id });
  },
});

export const refuseOrder = command({
  ...ofOrder,
  name: "material-order.refuse",
  input: z.object({
    reason: z.string().trim().min(1, { error: "お断りの理由を入力してください。" }).max(300),
  }),
  async run(permit, { id, reason }, app) {
    const order = await standing(permit, id, "refuse");
    if (!order.ok) return order;
    await settleOrder(permit, id, "refused", reason);
    const { token } = await receiptOf(permit, order.value);
    await postOrder(permit, {
      letter: "order_refused",
      order: order.value,
      link: `${app.config.origin}/mo/${token}`,
      reason,
    });
    return ok({ id });
  },
});

/** Of one order: what nobody believes would spoil the sums of the area, and of its plan. */
const MOST_SEEN = 100_000;

/**
 * Whoever got copies tells what became of them: handed out and seen are counted apart from sent. No more are handed out
 * than were sent.
 */
export const reportOrder = command({
  ...ofOrder,
  name: "material-order.report",
  input: ReachInput.extend({ edition: rowId() }),
  once: true,
  async run(permit, { id, edition, handedOut, readers: seen }) {
    const order = await lockOrder(permit, id);
    if (order?.state !== "sent") return notFound("order");
    const line = (await selectLines(permit, [id])).find(({ editionId }) => editionId === edition);
    if (!line) return notFound("edition");
    const say = ORDER_PAGE[order.language];
    if (!handedOut && !seen) return invalid({ handedOut: [say.neither] });
    const told = (await selectReach(permit, { order: id })).filter((one) => one.editionId === edition);
    const before = (kind: "handed_out" | "seen") => told.find((one) => one.kind === kind)?.amount ?? 0;
    if (before("handed_out") + (handedOut ?? 0) > line.promised)
      return invalid({ handedOut: [say.moreThanSent(line.promised)] });
    if (before("seen") + (seen ?? 0) > MOST_SEEN) return invalid({ readers: [say.tooManySeen(MOST_SEEN)] });
    const by = scopeOf(permit.actor).actor;
    for (const [kind, amount] of [
      ["handed_out", handedOut],
      ["seen", seen],
    ] as const)
      if (amount) await insertReach(permit, { editionId: edition, orderId: id, kind, amount, by });
    return ok({ id });
  },
});
