import type { StateTable } from "#platform/kernel/states.ts";

export const ORDER_STATES = ["promised", "sent", "cancelled", "refused"] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export type OrderStep = "send" | "cancel" | "refuse";

/** What was promised is sent, or is free again. */
export const ORDER_STEPS = {
  promised: { send: "sent", cancel: "cancelled", refuse: "refused" },
  sent: {},
  cancelled: {},
  refused: {},
} as const satisfies StateTable<OrderState, OrderStep>;
