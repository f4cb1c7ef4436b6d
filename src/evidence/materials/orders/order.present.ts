import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import { ORDER_STATE_NAMES } from "./order.messages.ts";
import type { Order } from "./order.schema.ts";
import type { OrderLine } from "./order.store.server.ts";
import { ORDER_STATES } from "./order-states.schema.ts";

export type OrderRow = Order & Readonly<{ lines: readonly OrderLine[] }>;

export const ORDER_LIST = {
  columns: [
    { key: "number", head: "受付番号", cell: (row) => row.number },
    { key: "madeOn", head: "受付日", sort: "madeOn", cell: (row) => row.madeOn },
    { key: "state", head: "状況", cell: (row) => ORDER_STATE_NAMES[row.state].ja },
    { key: "workplace", head: "会社・団体", cell: (row) => row.workplace },
    { key: "what", head: "資材", cell: (row) => row.lines.map(lineText).join("、") },
    {
      key: "copies",
      head: "部数",
      unit: "部",
      align: "right",
      cell: (row) => row.lines.reduce((sum, { promised }) => sum + promised, 0),
    },
    { key: "address", head: "お届け先", cell: (row) => row.address },
    { key: "contact", head: "担当者", cell: (row) => row.contact },
    { key: "phone", head: "電話番号", cell: (row) => row.phone },
  ],
  filter: { q: "text", state: ORDER_STATES },
  fields: [
    { name: "q", label: "会社・団体または受付番号", type: "text" },
    {
      name: "state",
      label: "状況",
      type: "select",
      options: ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_NAMES[value].ja })),
    },
  ],
  orders: { madeOn: orderBy<OrderRow>({ madeOn: "day", id: "uuid" }) },
  first: "-madeOn",
  rowsAPage: 50,
} as const satisfies ListSpec<OrderRow>;
export type OrderQuery = QueryOf<typeof ORDER_LIST>;

const lineText = ({ title, promised }: OrderLine) => `${title} ${promised}部`;

/** What somebody who ordered sees of it. */
export const orderView = (order: Order, lines: readonly OrderLine[]) => ({
  id: order.id,
  number: order.number,
  state: order.state,
  workplace: order.workplace,
  contact: order.contact,
  phone: order.phone,
  email: order.email,
  address: order.address,
  note: order.note,
  reason: order.reason,
  madeOn: showDateJa(order.madeOn),
  lines: lines.map(({ editionId, materialId, title, label, promised }) => ({
    ...{ editionId, materialId, title, label, promised },
  })),
});

export type PickLine = Readonly<{
  editionId: string;
  title: string;
  label: string;
  place: string;
  wanted: number;
  stock: number;
  orders: readonly Readonly<{ number: string; promised: number }>[];
}>;

/** What to take from the shelves for all orders at once, by place. */
export function pickLines(
  lines: readonly OrderLine[],
  numbers: ReadonlyMap<string, string>,
  stockOf: (edition: string) => number,
): PickLine[] {
  return [...Map.groupBy(lines, ({ editionId }) => editionId).values()].map((own) => {
    const { editionId, title, label, place } = own[0]!;
    return {
      ...{ editionId, title, label, place },
      wanted: own.reduce((sum, { promised }) => sum + promised, 0),
      stock: stockOf(editionId),
      orders: own.map(({ orderId, promised }) => ({ number: numbers.get(orderId) ?? "", promised })),
    };
  });
}
