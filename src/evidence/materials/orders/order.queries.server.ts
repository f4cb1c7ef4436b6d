import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { query, reachAlso } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import { materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { selectPublished } from "../catalogue/material.store.server.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import { selectTitles } from "../facts/fact.store.server.ts";
import { mayOrder } from "../model/edition.rules.ts";
import { LANGUAGE_NAMES } from "../model/material.messages.ts";
import { availableOf } from "../model/stock.rules.ts";
import { selectReach } from "../reach/reach.store.server.ts";
import { selectCopies } from "../stock/movement.store.server.ts";
import { ordersFor } from "./order.commands.server.ts";
import { ORDER_LIST, orderView, pickLines } from "./order.present.ts";
import { findOrder, selectLines, selectOrders, selectPromised } from "./order.store.server.ts";
import { ofOrder } from "./order-settling.commands.server.ts";

const MOST_AT_ONCE = 200;

/** What can be ordered now, and what is known of whoever orders. */
export const readOrderChoices = query({
  name: "material-order.choices",
  ...inArea(materialPolicy, "material-order", { language: z.enum(["ja", "en"]).default("ja") }),
  async run(permit, { language }) {
    await reachAlso(permit, permit.subject.area);
    const editions = await selectPublished(permit);
    const now = await editionsNow(permit, editions);
    const ids = editions.filter(({ id }) => mayOrder(now(id).state)).map(({ id }) => id);
    const copies = await selectCopies(permit, ids);
    const titles = new Map((await selectTitles(permit, ids)).map((one) => [one.id, one.title]));
    const own = ordersFor(permit.actor);
    const known = own ? (await getOrganisations(permit, [own])).get(own) : undefined;
    return ok({
      area: await placeOf(permit),
      choices: editions
        .filter(({ id }) => copies.has(id) && availableOf(copies.get(id)!) > 0)
        .map(({ id, label, language: spoken, format, mostAnOrder, materialId }) => ({
          ...{ id, materialId, label, format, mostAnOrder },
          title: titles.get(id) ?? "",
          language: LANGUAGE_NAMES[spoken][language],
          left: availableOf(copies.get(id)!),
        })),
      values: known
        ? { workplace: known.name, address: known.address, phone: known.phone, email: known.email }
        : undefined,
    });
  },
});

/** The orders of an area. */
export const listOrders = query({
  name: "material-order.list",
  ...inArea(materialPolicy, "material-order", { list: listTarget(ORDER_LIST) }),
  async run(permit, { list }) {
    const found = await selectOrders(permit, list);
    const lines = await selectLines(
      permit,
      found.map(({ id }) => id),
    );
    const rows = found.map((order) => ({
      ...order,
      lines: lines.filter(({ orderId }) => orderId === order.id),
    }));
    return ok(pageOf(ORDER_LIST, list, rows));
  },
});

/** What to take from which shelf for all that waits. */
export const readPickList = query({
  name: "material-order.pick",
  ...inArea(materialPolicy, "material-order"),
  async run(permit) {
    const orders = await selectPromised(permit, MOST_AT_ONCE);
    const lines = await selectLines(
      permit,
      orders.map(({ id }) => id),
    );
    const ids = [...new Set(lines.map(({ editionId }) => editionId))];
    const copies = await selectCopies(permit, ids);
    const numbers = new Map(orders.map(({ id, number }) => [id, number]));
    return ok({
      orders: orders.length,
      lines: pickLines(lines, numbers, (edition) => copies.get(edition)?.stock ?? 0),
    });
  },
});

/** One order, for whoever made it and for the secretariat. */
export const readOrder = query({
  ...ofOrder,
  name: "material-order.read",
  async run(permit, { id }) {
    const order = await findOrder(permit, id);
    if (!order) return notFound("order");
    const lines = await selectLines(permit, [id]);
    // What is printed is the area's to know, whose order it is and whose not.
    const editions = (await selectPublished(permit)).filter((one) =>
      lines.some(({ editionId }) => editionId === one.id),
    );
    const now = await editionsNow(permit, editions);
    const told = await selectReach(permit, { order: id });
    const amountOf = (edition: string, kind: string) =>
      told.find((one) => one.editionId === edition && one.kind === kind)?.amount ?? 0;
    const view = orderView(order, lines);
    return ok({
      ...view,
      language: order.language,
      lines: view.lines.map((line) => ({
        ...line,
        stopped: order.state === "sent" && !mayOrder(now(line.editionId).state),
        handedOut: amountOf(line.editionId, "handed_out"),
        seen: amountOf(line.editionId, "seen"),
      })),
      area: await placeOf(permit),
      manages: materialPolicy.may(permit.actor, "material-order.send", permit.subject) !== undefined,
    });
  },
});
