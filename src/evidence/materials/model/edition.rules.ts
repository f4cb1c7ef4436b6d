import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** How an edition stands, worked out of what is known of it. */
export type EditionState = "draft" | "current" | "stale" | "expired" | "replaced";

/** What can be done in each state, by whom the rights allow it. */
export const EDITION_STEPS = {
  draft: [],
  current: ["order"],
  stale: [],
  expired: [],
  replaced: [],
} as const satisfies Readonly<Record<EditionState, readonly "order"[]>>;

type Told = Readonly<{
  published: boolean;
  replacedBy: string | null;
  staleSince: Date | null;
  validUntil: PlainDate | null;
}>;

/** A replaced edition is that whatever else it is; one whose facts changed says so before it says that it ran out. */
export function stateOf(edition: Told, today: PlainDate, changed: readonly unknown[] = []): EditionState {
  if (edition.replacedBy) return "replaced";
  if (!edition.published) return "draft";
  if (edition.staleSince || changed.length > 0) return "stale";
  return edition.validUntil && edition.validUntil < today ? "expired" : "current";
}

export const mayOrder = (state: EditionState): boolean =>
  (EDITION_STEPS[state] as readonly string[]).includes("order");

/** Its file must not be handed on any more: in its place one that says so. */
export const isOver = (state: EditionState): boolean =>
  state === "stale" || state === "replaced" || state === "expired";
