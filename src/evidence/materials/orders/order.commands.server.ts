import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, organisationsOf, scopeOf } from "#foundation/actors/public.ts";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { isUuid, namedId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, type MaterialSubject, materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { lockEditions } from "../catalogue/material.store.server.ts";
import { selectTitles } from "../facts/fact.store.server.ts";
import { postOrder } from "../letters/material-letter.commands.server.ts";
import type { Spoken } from "../model/material.messages.ts";
import { ReachInput } from "../model/material.schema.ts";
import { mergedLines } from "../model/stock.rules.ts";
import { insertReach } from "../reach/reach.store.server.ts";
import { insertMovement, selectCopies } from "../stock/movement.store.server.ts";
import { ORDER_FORM, ORDER_STATE_NAMES } from "./order.messages.ts";
import { orderNumber, refusalOf } from "./order.rules.ts";
import { ORDER_STEPS, type Order, type OrderInput, orderInput } from "./order.schema.ts";
import {
  countOrdersBy,
  findOrderSubject,
  insertOrder,
  lockOrder,
  selectLines,
  settleOrder,
} from "./order.store.server.ts";

const LINK_DAYS = 400;
/** Of one way to reach somebody; a chamber of commerce may order for many. */
const MOST_A_DAY = 20;

/** The organisation for which a person orders. */
export const ordersFor = (actor: Actor): OrganisationId | null =>
  organisationsOf(actor, ["workplace", "provider", "member"])[0] ?? null;

const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

/**
 * Anyone orders. The editions are held while it is seen what is left of them, so that of many orders at once none gets what
 * another has; an order is promised as a whole or not at all. The same form sent twice is one order.
 */
export const makeOrder = command({
  name: "material-order.make",
  ...inArea(materialPolicy, "material-order", { language: z.enum(["ja", "en"]).default("ja") }),
  input: Form,
  async run(permit, { form, language }, app) {
    const { area } = permit.subject;
    const key = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const id = namedId("material-order", area, key) as string;
    await reachAlso(permit, area, id);
    const input = checked(orderInput(language), form);
    if (!input.ok)
      return input.error.kind === "invalid" ? invalid(input.error.fields, ORDER_FORM[language].wrong) : input;
    const known = await lockOrder(permit, id);
    if (known) return ok(await receiptOf(permit, known));
    if (form.homepage) return conflict(ORDER_FORM[language].tooMany);
    const lines = mergedLines(input.value.lines);
    const refused = await refusedLines(permit, lines, input.value, language);
    if (refused) return refused;
    const order = await promise(permit, { ...input.value, id, language, lines });
    const receipt = await receiptOf(permit, order);
    const address = `${app.config.origin}/mo/${receipt.token}`;
    await postOrder(permit, { letter: "order_received", order, link: address });
    return ok(receipt);
  },
});

async function refusedLines(
  permit: MaterialPermit,
  lines: ReturnType<typeof mergedLines<string>>,
  { lines: typed, phone, email }: OrderInput,
  language: Spoken,
) {
  const say = ORDER_FORM[language];
  const ids = lines.map(({ edition }) => edition);
  // What nobody else takes meanwhile; from here on the counts below stand.
  const editions = (await lockEditions(permit, ids)).filter((one) => one.published);
  if (editions.length < ids.length) return notFound("edition");
  if ((await countOrdersBy(permit, { phone, email, day: permit.clock.today() })) >= MOST_A_DAY)
    return conflict(say.tooMany);
  const copies = await selectCopies(permit, ids);
  const now = await editionsNow(permit, editions);
  const titles = new Map((await selectTitles(permit, ids)).map(({ id, title }) => [id, title]));
  const errors: Record<string, string[]> = {};
  for (const { edition, amount } of lines) {
    const { mostAnOrder } = editions.find(({ id }) => id === edition)!;
    const own = copies.get(edition)!;
    const refused = refusalOf(amount, { state: now(edition).state, copies: own, mostAnOrder });
    if (!refused) continue;
    const title = titles.get(edition) ?? "";
    const sentence = {
      over: () => say.over(title),
      many: () => say.many(title, mostAnOrder),
      few: () => say.few(title, Math.max(0, own.stock - own.promised)),
    }[refused]();
    const at = typed.findIndex((line) => line.edition === edition);
    errors[`lines.${at}.amount`] = [sentence];
  }
  return Object.keys(errors).length > 0 ? invalid(errors, say.wrong) : undefined;
}

async function promise(
  permit: MaterialPermit,
  {
    lines,
    ...order
  }: Omit<OrderInput, "lines"> &
    Readonly<{ id: string; language: Spoken; lines: ReturnType<typeof mergedLines<string>> }>,
): Promise<Order> {
  const organisationId = ordersFor(permit.actor);
  const channel = permit.actor.kind === "person" ? (organisationId ? "account" : "office") : "web";
  const number = orderNumber(randomBytes(7));
  await insertOrder(permit, { ...order, number, organisationId, channel }, lines);
  return (await lockOrder(permit, order.id))!;
}

type Receipt = Readonly<{ id: string; number: string; token: string }>;

const receiptOf = async (permit: MaterialPermit, { id, number }: Order): Promise<Receipt> => ({
  id,
  number,
  token: await makeLink(permit, {
    ...{ area: permit.subject.area, purpose: "material-order", subjectType: "material-order", subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
  }),
});

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

async function standing(
  permit: MaterialPermit,
  id: string,
  step: "send" | "cancel" | "refuse",
): Promise<Result<Order>> {
  const order = await lockOrder(permit, id);
  if (!order) return notFound("order");
  const next = stepFrom(ORDER_STEPS as never, order.state as never, step as never);
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

/** Whoever got copies tells what became of them: handed out and seen are counted apart from sent. */
export const reportOrder = command({
  ...ofOrder,
  name: "material-order.report",
  input: ReachInput.extend({ edition: rowId() }),
  once: true,
  async run(permit, { id, edition, handedOut, seen }) {
    const order = await lockOrder(permit, id);
    if (order?.state !== "sent") return notFound("order");
    const line = (await selectLines(permit, [id])).find(({ editionId }) => editionId === edition);
    if (!line) return notFound("edition");
    if (!handedOut && !seen) return invalid({ handedOut: ["配った部数か見た人数を入力してください。"] });
    const by = scopeOf(permit.actor).actor;
    for (const [kind, amount] of [
      ["handed_out", handedOut],
      ["seen", seen],
    ] as const)
      if (amount) await insertReach(permit, { editionId: edition, orderId: id, kind, amount, by });
    return ok({ id });
  },
});
