import type { Work } from "#foundation/authority/public.ts";
import type { RowOf } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type BookingState = "waiting" | "offered" | "booked" | "attended" | "cancelled";
export type BookingStep = "offer" | "book" | "attend" | "cancel";

export type Booking = RowOf<"booking">;

/** On whose behalf a place is taken or waited for, and under which name uses are counted. */
export type BookingHolder = Readonly<{ type: string; id: string; party?: string }>;

/** What a module says of the things that can be booked with it. */
export type Bookable = Readonly<{
  /** Their kind: `support-offer`. */
  type: string;
  /** Locks their rows, in the order of their ids, until the transaction ends. */
  lock(work: Work, area: AreaId, ids: readonly string[]): Promise<void>;
  /** Places of these were taken or given back; their rows are still locked. */
  changed?(work: Work, area: AreaId, ids: readonly string[]): Promise<void>;
}>;

/** Places held of one thing in one slot; those before a slot that is asked for come as one sum, without their slot. */
export type HeldSum = Readonly<{ subjectId: string; slot: string | null; held: number }>;

/** Slots from the first to the last of these, compared as texts. */
export type SlotRange = Readonly<{ from: string; to?: string | undefined }>;
