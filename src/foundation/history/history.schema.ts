import type { Row } from "#platform/db/area-rows.ts";

/** The thing that something happened to. */
export type HistoryOf = Readonly<{ area: string; kind: string; id: string }>;

/** One thing that happened, and the state after it where the thing has states. */
export type HistoryEntry<Action extends string = string> = Omit<
  Row<"historyEntry", "position" | "at" | "actor" | "action" | "state" | "detail">,
  "action" | "detail"
> &
  Readonly<{ action: Action; detail: Readonly<Record<string, unknown>> }>;
