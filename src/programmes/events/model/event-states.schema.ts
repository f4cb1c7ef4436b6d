import type { StateTable } from "#platform/kernel/states.ts";

export type EventState = "draft" | "published" | "cancelled";
export type EventStep = "publish" | "withdraw" | "cancel";

/** A draft is for the staff; what was announced stays to be seen, also where it is off. */
export const EVENT_STEPS = {
  draft: { publish: "published" },
  published: { withdraw: "draft", cancel: "cancelled" },
  cancelled: {},
} as const satisfies StateTable<EventState, EventStep>;

/** Whether one can sign up for an event now, or why not. */
export type Signing = "draft" | "cancelled" | "over" | "none" | "closed" | "full" | "open";

export type SessionState = "planned" | "held" | "cancelled";
