import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, organisationsOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { command, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { isUuid, namedId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { lockEditions } from "../catalogue/material.store.server.ts";
import { selectTitles } from "../facts/fact.store.server.ts";
import { postOrder } from "../letters/material-letter.commands.server.ts";
import type { Spoken } from "../model/material.messages.ts";
import { mergedLines } from "../model/stock.rules.ts";
import { selectCopies } from "../stock/movement.store.server.ts";
import { ORDER_FORM } from "./order.messages.ts";
import { orderNumber, refusalOf } from "./order.rules.ts";
import { type Order, type OrderInput, orderInput } from "./order.schema.ts";
import { countOrdersBy, insertOrder, lockOrder } from "./order.store.server.ts";

const LINK_DAYS = 400;
/** Of one way to reach somebody; a chamber of commerce may order for many. */
const MOST_A_DAY = 20;
/** Of one network: an office with many desks has one address. */
const MOST_OF_NETWORK = 200;

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
  ...inArea(materialPolicy, "material-order", {
    language: z.enum(["ja", "en"]).default("ja"),
    sender: z.string().default("unknown"),
  }),
  input: Form,
  async run(permit, { form, language, sender }, app) {
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
    if (permit.actor.kind !== "person") {
      const who = networkOf(sender);
      const { times } = await countSender(permit, app, { about: "material-order", who });
      if (times > MOST_OF_NETWORK) return conflict(ORDER_FORM[language].tooMany);
    }
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

export const receiptOf = async (permit: MaterialPermit, { id, number }: Order): Promise<Receipt> => ({
  id,
  number,
  token: await makeLink(permit, {
    ...{ area: permit.subject.area, purpose: "material-order", subjectType: "material-order", subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
  }),
});
